package org.caucus.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A seat's random id. A seat acts and reads; the person behind it may change. */
public record SeatId(@JsonValue String value) {
  /** From its stored form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SeatId {}

  @Override
  public String toString() {
    return value;
  }
}
