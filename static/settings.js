// Takes up what a reader chose before, ahead of the first paint, so that no theme flashes.
try {
  for (const name of ["theme", "keys"]) {
    const chosen = localStorage.getItem(`dateline-${name}`);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {} // storage may be forbidden
