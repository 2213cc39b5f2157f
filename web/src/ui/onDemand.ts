/**
 * Takes a module once it is here, or hears that it did not come. A `.then` right behind an `import()` will not do: the
 * build makes it part of what it loads, and if styles of the module do not come nobody hears of it.
 */
export function onDemand<Module>(load: () => Promise<Module>, here: (module: Module) => void, failed: () => void): void {
  load().then(here, failed);
}
