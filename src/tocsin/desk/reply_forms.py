"""What a member types in of an answer that came on paper or to a supporter."""

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action, Target
from tocsin.followup.models import Way
from tocsin.followup.replies.type_in import Typed

from .long_select import LongSelect


class TypedReplyForm(forms.Form):
    target = forms.ModelChoiceField(
        label=_("From which office"), queryset=Target.objects.none(), widget=LongSelect
    )
    way = forms.ChoiceField(
        label=_("How it came"), choices=[(way.value, way.label) for way in (Way.PAPER, Way.SUPPORTER)]
    )
    came_on = forms.DateField(
        label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    sender = forms.CharField(label=_("Who signed it"), max_length=300, required=False)
    text = forms.CharField(
        label=_("Its words"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leave out the name of the supporter to whom it was written."),
    )

    def __init__(self, action: Action, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"came_on": timezone.localdate()})
        field = self.fields["target"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = action.targets.select_related("office")

    def typed(self) -> Typed:
        """Of a valid form; the office is beside it, in `target`."""
        said = self.cleaned_data
        return Typed(said["way"], said["came_on"], said["text"], said["sender"])
