package org.caucus.messaging.inbound.pipeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Letters that were refused to their senders, by the step that refused them, since this process
 * started. Names are those of this program, so there are few.
 */
public final class RefusalCounts {
  /** What refuses after all steps: the rules of the place that a letter was for. */
  public static final String COMMAND = "command";

  private final Map<String, LongAdder> refusals = new LinkedHashMap<>();

  /**
   * Of nothing yet.
   *
   * @param steps names of those that may refuse
   */
  public RefusalCounts(Collection<String> steps) {
    steps.forEach(step -> refusals.put(step, new LongAdder()));
    refusals.put(COMMAND, new LongAdder());
  }

  /** This step had the last word on a letter; counted if it refused it. */
  public void ended(Verdict verdict, String step) {
    if (verdict instanceof Verdict.Refuse) {
      refusals.getOrDefault(step, new LongAdder()).increment();
    }
  }

  /** What may refuse one. */
  public Set<String> steps() {
    return refusals.keySet();
  }

  /** How many letters this step refused. */
  public long by(String step) {
    return refusals.getOrDefault(step, new LongAdder()).sum();
  }
}
