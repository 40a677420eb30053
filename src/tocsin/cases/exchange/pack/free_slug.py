"""An address for a case that comes from elsewhere."""

from ...models import Case


def free_slug(slug: str) -> str:
    """As it was there; with a number where it is taken here."""
    taken = set(Case.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug[:70]}-{n}" for n in range(2, len(taken) + 3))
    return slug if slug not in taken else next(each for each in numbered if each not in taken)
