"""The field's nouns as frozen dataclasses; `contract/draft.schema.json` is their written form."""
