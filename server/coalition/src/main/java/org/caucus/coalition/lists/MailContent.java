package org.caucus.coalition.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whether mail of a workspace carries what people wrote, or only says that there is something new
 * and where; and whether it waits while a post can be taken back. What is said of an audience holds
 * for all that hangs on a thing of that audience.
 *
 * @param mode for the workspace
 * @param also audiences without content whatever the mode: their wire form, or {@link #NAMED} for
 *     all that name seats
 * @param waiting which letters of a post wait; null if nobody chose, so that the usual ones do
 */
public record MailContent(
    Mode mode,
    SortedSet<String> also,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Waits waiting) {
  /** Stands for every audience of named seats. */
  public static final String NAMED = "NAMED";

  /**
   * Most audiences that can be listed; a workspace has two for each company, and one for each
   * organisation.
   */
  public static final int MAX_AUDIENCES = 1_000;

  /** What mail carries content. */
  public static final MailContent USUAL = new MailContent(Mode.OFF, new TreeSet<>(), null);

  private static final Pattern OF_PARTIES =
      Pattern.compile(
          "(?:(?:WITH_COMPANY|COMPANY_ONLY|ORGANISATION_ONLY)\\(([a-z0-9-]{1,63})"
              + "|BETWEEN\\(([a-z0-9-]{1,63}),([a-z0-9-]{1,63}))\\)");

  /** Which mail goes without content. */
  public enum Mode {
    /** None, but for the audiences listed. */
    OFF,
    /**
     * That of circles smaller than a side: with one company, of one company or organisation alone,
     * of these two, of named people.
     */
    SENSITIVE,
    /** All. */
    ALL
  }

  /** Which letters of a new post wait while its author can take it back. */
  public enum Waits {
    /** None: what has left for a mailbox does not come back. */
    NONE,
    /** Those to the other side: from civil society to a company, from a company to all others. */
    ACROSS,
    /** All. */
    ALL
  }

  /** A copy that nobody else can change. */
  public MailContent {
    also = Collections.unmodifiableSortedSet(new TreeSet<>(also));
  }

  /** As asked for; nothing is chosen about letters that wait. */
  public static MailContent of(Mode mode, Collection<String> also) {
    return of(mode, also, null);
  }

  /** As asked for. */
  public static MailContent of(Mode mode, Collection<String> also, @Nullable Waits waits) {
    return new MailContent(mode, new TreeSet<>(also), waits);
  }

  /**
   * Refuses an audience that is not one here.
   *
   * @throws Refusal naming the field
   */
  void mustFit(Members members) {
    if (also.size() > MAX_AUDIENCES) {
      throw Refusal.invalid(
          "audiences", Message.of("at-most-audiences-can-be-listed", "limit", MAX_AUDIENCES));
    }
    for (String audience : also) {
      if (!fits(members, audience)) {
        throw Refusal.invalid("audiences", Message.of("each-must-be-everyone-civil-society"));
      }
    }
  }

  private static boolean fits(Members members, String audience) {
    var parties = OF_PARTIES.matcher(audience);
    return parties.matches()
        ? Stream.of(parties.group(1), parties.group(2), parties.group(3))
            .filter(Objects::nonNull)
            .allMatch(members.organisations()::containsKey)
        : audience.equals(NAMED)
            || audience.equals(Audience.everyone().wire())
            || audience.equals(Audience.civilSociety().wire());
  }

  /** Whether mail about something that stands here says only that there is something. */
  public boolean isWithheld(Scope scope) {
    if (mode == Mode.ALL || also.contains(kind(scope.audience()))) {
      return true;
    }
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      boolean all = s.audience() instanceof Audience.Everyone; // on that hangs everything
      if ((mode == Mode.SENSITIVE && isSmall(s.audience()))
          || (!all && also.contains(kind(s.audience())))) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is mail here that only says that there is something. */
  public boolean withholds() {
    return mode != Mode.OFF || !also.isEmpty();
  }

  private static boolean isSmall(Audience audience) {
    return switch (audience) {
      case Audience.Everyone a -> false;
      case Audience.CivilSociety a -> false;
      case Audience.WithCompany a -> true;
      case Audience.CompanyOnly a -> true;
      case Audience.OrganisationOnly a -> true;
      case Audience.Between a -> true;
      case Audience.Named a -> true;
    };
  }

  private static String kind(Audience audience) {
    return audience instanceof Audience.Named ? NAMED : audience.wire();
  }
}
