"""A page on which a stranger fills in a form: asked again where it is wrong or came too fast, else thanked."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tocsin.actions.models import Action
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import form_stamp
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.public.trap import TrappedForm

AnyForm = TypeVar("AnyForm", bound=TrappedForm)


def form_page(
    request: HttpRequest,
    action: Action | None,
    template: str,
    form: AnyForm,
    take: Callable[[AnyForm], Answer],
    thanks: str,
    words: Mapping[str, Any],
) -> HttpResponse:
    """`take` does the act of a valid form; `thanks` is the address of the page that answers person and program alike."""
    if form.is_bound and form.is_valid():
        answer = Answer.KEEP_QUIET if form.is_a_program else take(form)
        if answer in (Answer.TAKE, Answer.KEEP_QUIET):
            return redirect(thanks)
        form.add_error(None, ASKED_BACK[answer])
    stamped = {"form": form, "stamp": form_stamp(action, request.POST.get("stamp", "")), "riddle_bits": BITS}
    return render(request, template, {**words, **stamped}, status=422 if form.errors else 200)
