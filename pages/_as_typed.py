"""What is typed in longer fields is taken after a pause, as when the field is left.

Streamlit takes the words of a text area when it is left, or at Ctrl and Enter; so that is what the
pause presses.
"""

import streamlit as st

_SCRIPT = """<script>
  if (!window.takesWhatIsTyped) {
    window.takesWhatIsTyped = true;
    let pause;
    const take = {key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true};
    const after = {'.st-key-composer textarea': 600, '.st-key-note textarea': 2000};
    document.addEventListener('input', ({target}) => {
      const field = Object.keys(after).find((one) => target.matches(one));
      if (!field) return;
      clearTimeout(pause);
      pause = setTimeout(
        () => target.dispatchEvent(new KeyboardEvent('keydown', take)), after[field]
      );
    });
  }
</script>"""


def take_as_typed() -> None:
    """For pages with such a field: the script that waits for the pause."""
    st.html(_SCRIPT, unsafe_allow_javascript=True)
