// Only how much was pasted leaves the browser, and into which field; the text itself does not.
export default function ({ parentElement, setTriggerValue, setStateValue, data }) {
  parentElement.tell = setTriggerValue;
  if (data && data.asks && !parentElement.asked) {
    parentElement.asked = true;
    setStateValue('device', { width: window.innerWidth, cookies: navigator.cookieEnabled });
  }
  if (!parentElement.heard) {
    parentElement.heard = (event) => {
      const text = (event.clipboardData || { getData: () => '' }).getData('text');
      const where = event.target.getAttribute('aria-label') || event.target.placeholder || '';
      parentElement.tell('pasted', { characters: text.length, where });
    };
    document.addEventListener('paste', parentElement.heard, true);
  }
  return () => {
    document.removeEventListener('paste', parentElement.heard, true);
    parentElement.heard = undefined;
  };
}
