package org.caucus.coalition.capability;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where each surface of a capability is, or why it has none. Surfaces stand in modules that know
 * the capability, so they are called by name here; a test looks whether there is such a class.
 */
public final class Facets {
  private final Map<Facet, Answer> answers = new EnumMap<>(Facet.class);

  /** What a capability says of one facet. */
  public sealed interface Answer {
    /**
     * It is there.
     *
     * @param type the class to begin with, without {@code org.caucus.}
     */
    record In(String type) implements Answer {}

    /** It is not there. */
    record None(String why) implements Answer {}
  }

  /** The facet is there, and this class is where to begin. */
  public Facets in(String type, Facet... facets) {
    return all(new Answer.In(type), facets);
  }

  /** There is no such facet, for this reason. */
  public Facets none(String why, Facet... facets) {
    return all(new Answer.None(why), facets);
  }

  private Facets all(Answer answer, Facet... facets) {
    for (Facet facet : facets) {
      answers.put(facet, answer);
    }
    return this;
  }

  /** The answers by facet. */
  public Map<Facet, Answer> answers() {
    return Collections.unmodifiableMap(answers);
  }
}
