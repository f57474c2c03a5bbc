// Runs the checker beside the page, so that the page stays alive while a large file is read.
onmessage = (asked) => {
  const { number, call, values } = asked.data;
  try {
    const value = self[call](...values);
    postMessage({ number, value });
  } catch (fault) {
    postMessage({ number, fault: String((fault && fault.message) || fault) });
  }
};
