package org.caucus.coalition.instruments;

import java.util.Optional;

/** Which provision an update names in its own words. */
final class NamedByUpdate {
  private NamedByUpdate() {}

  static Optional<ProvisionSuggestion.Named> find(Instruments.Held state, String id) {
    return state
        .updates()
        .find(id)
        .flatMap(update -> Optional.ofNullable(update.particulars().provision()))
        .map(path -> new ProvisionSuggestion.Named("", path));
  }
}
