"""Find text on a page that is too faint to read: WCAG AA, as the browser really draws it."""

from __future__ import annotations

import time
from typing import Literal, cast

from playwright.sync_api import Page, expect

Scheme = Literal["light", "dark"]
_PAPER: dict[Scheme, str] = {"light": "rgb(250, 249, 246)", "dark": "rgb(20, 27, 31)"}

# Mixes each visible text's colour and the colours behind it as the browser does.
_COLLECT = """() => {
  const parse = colour => {
    const numbers = colour.match(/[\\d.]+/g).map(Number);
    const scale = colour.startsWith('color(') ? 255 : 1;
    return [...numbers.slice(0, 3).map(n => n * scale), numbers.length > 3 ? numbers[3] : 1];
  };
  const over = (top, below) =>
    [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const remembered = work => {
    const known = new Map();
    return element => {
      if (!known.has(element)) known.set(element, work(element));
      return known.get(element);
    };
  };
  const seen = remembered(element => {
    const style = getComputedStyle(element);
    return {
      box: element.getBoundingClientRect(),
      paper: parse(style.backgroundColor),
      opacity: Number(style.opacity),
      scrolls: ['auto', 'scroll'].includes(style.overflowY),
    };
  });
  const luminance = colour => [0, 1, 2].map(i => colour[i] / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const holds = (outer, {left, right, top, bottom}) =>
    outer.left <= (left + right) / 2 && (left + right) / 2 <= outer.right
    && outer.top <= (top + bottom) / 2 && (top + bottom) / 2 <= outer.bottom;
  const paperBehind = (element, box) => {
    const chain = [];
    let scrolls = false;
    for (let at = element; at; at = at.parentElement) {
      scrolls ||= seen(at).scrolls;
      if (scrolls || holds(seen(at).box, box)) chain.unshift(at);
    }
    return chain.reduce((paper, at) => over(seen(at).paper, paper), [255, 255, 255, 1]);
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const shown = element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
      && box.width > 1 && box.height > 1;
    const asleep = element.closest('[disabled], [aria-disabled=true]');
    const hidden = parse(style.color)[3] === 0;
    if (!text || !shown || hidden || asleep || style.fontFamily.includes('Material')) continue;
    const paper = paperBehind(element, box);
    let ink = parse(style.color);
    for (let at = element; at; at = at.parentElement)
      ink[3] *= seen(at).opacity;
    const [dark, light] = [luminance(over(ink, paper)), luminance(paper)].sort((a, b) => a - b);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < (large ? 3 : 4.5)) faint.push(`${text.slice(0, 60)} (${contrast.toFixed(2)})`);
  }
  return faint;
}"""


def show(page: Page, scheme: Scheme) -> None:
    """The page of the application turns light or dark, without being loaded again."""
    page.emulate_media(color_scheme=scheme)
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_css("background-color", _PAPER[scheme])


def faint_in_either(page: Page) -> list[str]:
    """Return the `faint_text` of one visit, light and dark."""
    found: list[str] = []
    for scheme in _PAPER:
        show(page, scheme)
        found += [f"{text}, {scheme}" for text in faint_text(page)]
    return found


def faint_text(page: Page, patience: float = 5.0) -> list[str]:
    """Return the visible texts of the page with too little contrast, each with what it has.

    Styles arrive after the words they colour: what is faint is looked at again until `patience`
    seconds have passed. Text of sleeping controls and icons do not count; text drawn on a canvas
    is not seen.
    """
    deadline = time.monotonic() + patience
    while faint := cast("list[str]", page.evaluate(_COLLECT)):
        if time.monotonic() > deadline:
            return faint
        page.wait_for_timeout(100)
    return []
