"""The providers whose events we understand, and what each needs to be believed."""

from typing import Literal, get_args

ProviderName = Literal["brevo", "mailgun", "mailjet", "mandrill", "postmark", "sparkpost"]
PROVIDERS: tuple[ProviderName, ...] = get_args(ProviderName)
# These sign what they send; the others show the password in their address for it.
SIGNING: frozenset[ProviderName] = frozenset({"mailgun", "mandrill"})
