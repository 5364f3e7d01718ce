// Names in a diagram are English; the nynorsk and bokmål texts lie in the same file as properties (label.nn, label.nb).
const textOf = (element, lang) => {
  const read = (key) => {
    for (const extension of element.extensionElements?.values ?? []) {
      if (extension.$type !== 'camunda:Properties') continue;
      const found = extension.values?.find((p) => p.name === key);
      if (found?.value) return found.value;
    }
    return null;
  };
  if (lang === 'nn') return read('label.nn') ?? read('label.nb');
  if (lang === 'nb') return read('label.nb') ?? read('label.nn');
  return null;
};

/** Puts the reader's language into the names of parsed elements; a missing text keeps the English name. */
export function translateLabels(elementsById, lang) {
  for (const element of Object.values(elementsById)) {
    const text = textOf(element, lang);
    if (text) element.name = text;
  }
}
