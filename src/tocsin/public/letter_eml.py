"""The letter as a draft that a mail program on a computer opens, at any length and in any script."""

from django.http import HttpRequest, HttpResponse

from tocsin.actions.models import Action
from tocsin.letters.eml import MEDIA_TYPE, eml_draft
from tocsin.members.access import anyone
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again
from tocsin.public.open_action import for_open_action


@anyone
@for_open_action
def letter_eml(request: HttpRequest, action: Action) -> HttpResponse:
    if request.method != "POST":
        return start_again(action)
    form = LetterForm(action, request.POST)
    if not form.is_valid() or form.destination.email is None:
        return letter_page(request, action, form)
    letter = form.cleaned_data
    cc = [copy.email.value for copy in form.destination.copies]
    draft = eml_draft(form.destination.email.value, letter["subject"], letter["body"], cc)
    headers = {"Content-Disposition": f'attachment; filename="{action.slug}.eml"'}
    return HttpResponse(draft, content_type=MEDIA_TYPE, headers=headers)
