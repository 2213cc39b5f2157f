package org.caucus.platform.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

/** A heap that is nearly full of what is in use is seen, and told from a disk that is. */
class HeapPressureTest {
  @Test
  void itIsShortWhenACollectionLeavesItNearlyFull() {
    assertThat(HeapPressure.isShort(new MemoryUsage(0, 80, 100, 100))).isFalse();
    assertThat(HeapPressure.isShort(new MemoryUsage(0, 95, 100, 100))).isTrue();
    assertThat(HeapPressure.isShort(null)).isFalse();
    assertThat(HeapPressure.isShort()).isFalse();
  }

  @Test
  void aFullHeapIsFoundInWhateverItIsWrappedIn() {
    assertThat(HeapPressure.isCauseOf(new IllegalStateException(new OutOfMemoryError("heap"))))
        .isTrue();
    assertThat(HeapPressure.isCauseOf(new IllegalStateException("java.lang.OutOfMemoryError: x")))
        .isTrue();
    assertThat(HeapPressure.isCauseOf(new java.io.IOException("No space left on device")))
        .isFalse();
  }
}
