package org.caucus.messaging.inbound.pipeline.steps;

import java.util.List;
import java.util.Locale;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/** Ends a letter that this installation sent itself, or that has passed too many hosts. */
record Loop(String domain) implements PipelineStep {
  /** Received fields; RFC 5321 section 6.3 asks for a limit of at least 100. */
  static final int MAX_HOPS = 100;

  /**
   * Fields by which a host says that a letter went through the list itself. The address is asked
   * for, not the domain: people may have theirs there, and mark what they send on.
   */
  private static final List<String> OWN_MARKS =
      List.of("List-Post", "X-Loop", "Resent-From", "Resent-Sender");

  private static final String MAILTO = "mailto:";

  @Override
  public Next take(PipelineContext arrival) {
    RawLetter raw = arrival.incoming().raw();
    boolean ours =
        raw.values("X-Caucus-Loop").stream().anyMatch(this::names)
            || raw.values("List-Id").stream().anyMatch(this::names);
    boolean passed =
        OWN_MARKS.stream()
            .flatMap(name -> raw.values(name).stream())
            .anyMatch(value -> address(value).equalsIgnoreCase(arrival.to().address()));
    return ours || passed || raw.values("Received").size() > MAX_HOPS
        ? PipelineStep.drop(RefusalMessages.LOOP)
        : PipelineStep.on(arrival);
  }

  /** The first address in brackets, or else the whole, without what a {@code mailto:} asks for. */
  private static String address(String value) {
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    String named = open >= 0 && close > open ? value.substring(open + 1, close) : value;
    String bare = named.strip();
    String whole =
        bare.regionMatches(true, 0, MAILTO, 0, MAILTO.length())
            ? bare.substring(MAILTO.length())
            : bare;
    int asks = whole.indexOf('?');
    return asks < 0 ? whole : whole.substring(0, asks);
  }

  /** Whether it names our domain or a name under it, as in {@code <coalition.domain>}. */
  private boolean names(String value) {
    String id = identifier(value).strip().toLowerCase(Locale.ROOT);
    String own = domain.toLowerCase(Locale.ROOT);
    return id.equals(own) || id.endsWith("." + own) || id.endsWith("@" + own);
  }

  /**
   * What stands in angle brackets (RFC 2919 section 2), else the last word. Searched by hand: a
   * value has no limit but the letter's.
   */
  private static String identifier(String value) {
    int open = value.lastIndexOf('<');
    if (open >= 0) {
      int close = value.indexOf('>', open);
      return value.substring(open + 1, close < 0 ? value.length() : close);
    }
    return value.substring(Math.max(value.lastIndexOf(' '), value.lastIndexOf('\t')) + 1);
  }
}
