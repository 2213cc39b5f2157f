package org.caucus.coalition.updates;

import org.jspecify.annotations.Nullable;

/** What a company says under terms of attribution. What is said off record leaves in no copy. */
public interface Attributed {
  /** Its terms. */
  Update.Attribution attribution();

  /** Its title. */
  String title();

  /** Its words. */
  String body();

  /** Why a copy has no words of it; null if it has them. */
  default @Nullable String withheld() {
    return attribution() == Update.Attribution.OFF_RECORD ? "off record" : null;
  }

  /** Its title in a copy; null if it is withheld. */
  default @Nullable String copiedTitle() {
    return withheld() == null ? title() : null;
  }

  /** Its words in a copy; null if they are withheld. */
  default @Nullable String copiedBody() {
    return withheld() == null ? body() : null;
  }
}
