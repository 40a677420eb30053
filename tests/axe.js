// Contrast of the first words of each kind: what is marked up alike, up to the root, has the same colours.
async () => {
  const alike = (element) => {
    const marks = [...element.attributes].filter(({ name }) => /^(class|role|type|aria-|open|disabled|hidden)/.test(name));
    return element.localName + marks.map(({ name, value }) => `[${name}=${name.startsWith("aria-") && value.length > 9 ? "" : value}]`).join("");
  };
  const kind = (element) => (element ? `${kind(element.parentElement)} ${alike(element)}` : "");
  const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const first = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if ((hasWords(element) || element.matches("input, select, textarea")) && element.checkVisibility()) {
      const of = kind(element);
      if (!first.has(of)) first.set(of, element);
    }
  }
  const options = { resultTypes: ["violations"], runOnly: { type: "rule", values: ["color-contrast"] } };
  return (await axe.run({ include: [...first.values()] }, options)).violations;
}
