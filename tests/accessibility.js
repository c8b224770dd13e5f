// Follows axe-core in the file that tests/accessibility.py serves.
{
  const foundGood = new Set();
  let looks = new WeakMap();

  // How an element and all around it are written and colored, by which its words stand out or not.
  const lookOf = element => {
    if (!element) return "";
    let look = looks.get(element);
    if (!look) {
      const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
      const own = [element.localName, element.className, backgroundColor, backgroundImage];
      look = [...own, opacity, position, lookOf(element.parentElement)].join("|");
      looks.set(element, look);
    }
    return look;
  };
  const lookOfWords = element => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    return [color, fontSize, fontWeight, textShadow, lookOf(element)].join("|");
  };
  const hasWords = element =>
    [...element.childNodes].some(each => each.nodeType === Node.TEXT_NODE && each.data.trim()) ||
    "value" in element;

  // More than half of the time is contrast. Words that look like others that stand out do so too.
  const contrast = axe._audit.checks["color-contrast"];
  const evaluate = contrast.evaluate;
  contrast.evaluate = function (element, ...others) {
    const look = lookOfWords(element);
    const standsOut = foundGood.has(look) || evaluate.call(this, element, ...others);
    if (standsOut) foundGood.add(look);
    return standsOut;
  };
  const rule = axe._audit.rules.find(({ id }) => id === "color-contrast");
  const matches = rule.matches;
  rule.matches = (element, ...others) =>
    hasWords(element) && !foundGood.has(lookOfWords(element)) && matches(element, ...others);

  // The levels A and AA; what axe only recommends is left out.
  const options = {
    reporter: "no-passes",
    resultTypes: ["violations"],
    preload: false,
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  };
  const written = element => element.outerHTML.replace(/ value="[^"]*"/g, "");

  window.violations = async () => {
    looks = new WeakMap();
    const around = [...document.querySelectorAll(".rail, .bar, dialog:not([open])")];
    const exclude = around.filter(element => foundGood.has(written(element)));
    const { violations } = await axe.run({ include: [document], exclude }, options);
    if (!violations.length) for (const element of around) foundGood.add(written(element));
    return violations;
  };
}
