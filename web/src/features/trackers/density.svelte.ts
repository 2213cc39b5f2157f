// How high the rows of a list of issues are, as chosen on this device: one line each, and more for fingers.
const KEY = 'caucus.rows';

class Density {
  compact = $state(localStorage.getItem(KEY) === null ? !matchMedia('(pointer: coarse)').matches : localStorage.getItem(KEY) === 'compact');

  turn(): void {
    this.compact = !this.compact;
    localStorage.setItem(KEY, this.compact ? 'compact' : 'roomy');
  }
}

export const density = new Density();
