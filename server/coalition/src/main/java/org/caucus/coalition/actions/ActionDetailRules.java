package org.caucus.coalition.actions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** What may stand in the details of an action. Pure. */
public final class ActionDetailRules {
  /** Most organisations that are asked to take part in one action. */
  public static final int MAX_ORGANISATIONS = 100;

  /** Most answers of an agency to one submission. */
  public static final int MAX_REPLIES = 50;

  /** Most links of one action. */
  public static final int MAX_LINKS = 50;

  /** Most characters of where it is; as in the API. */
  public static final int MAX_PLACE_CHARS = 2_000;

  /** Most characters of where a call is held; as in the API. */
  public static final int MAX_LINK_CHARS = 2_000;

  /** Most characters of the way by which a submission goes; as in the API. */
  public static final int MAX_CHANNEL_CHARS = 500;

  /** Most characters of an agenda; as in the API. */
  public static final int MAX_AGENDA_CHARS = 20_000;

  /** Most characters of what an agency gave for it; as in the API. */
  public static final int MAX_RECEIPT_CHARS = 2_000;

  /** Most characters of what an agency answered; as in the API. */
  public static final int MAX_REPLY_CHARS = 10_000;

  /** Most characters of what came of it; as in the API. */
  public static final int MAX_OUTCOME_CHARS = 100_000;

  private ActionDetailRules() {}

  /** Where a thing stands; empty if there is none. */
  @FunctionalInterface
  public interface Places {
    /** Of this name. */
    Optional<Scope> scopeOf(Ref ref);
  }

  /**
   * Demands that they are in order.
   *
   * @param before the details so far: what stands there was in order when it was written
   * @param scope of the action they are of
   */
  public static void must(
      ActionDetails details,
      ActionDetails before,
      Members members,
      Scope scope,
      SeatId by,
      Places places) {
    few("organisations", details.organisations(), MAX_ORGANISATIONS);
    few("replies", details.replies(), MAX_REPLIES);
    few("links", details.links(), MAX_LINKS);
    once("organisations", details.organisations());
    once("strategies", details.strategies());
    once("reminders", details.reminders());
    once("links", details.links());
    Access access = new Access(members);
    for (String slug : details.organisations()) {
      if (!before.organisations().contains(slug)) {
        mustBeInside(members, access, slug, scope);
      }
    }
    for (Ref ref : details.links()) {
      // one that was there may have been closed to this seat since, and is not for it to judge
      if (!before.links().contains(ref)
          && places.scopeOf(ref).filter(s -> access.canRead(by, s)).isEmpty()) {
        throw Refusal.invalid("links", Message.of("there-is-nothing-here-that-you-2", "item", ref));
      }
    }
    if (!details.link().isEmpty()
        && !details.link().startsWith("https://")
        && !details.link().startsWith("http://")) {
      throw Refusal.invalid("link", Message.of("the-link-must-begin-with-https"));
    }
  }

  /**
   * What an edit leaves: links that its author cannot see stay, for they were not in what was
   * edited. They do not count towards {@link #MAX_LINKS}, which would tell of them.
   */
  public static ActionDetails kept(
      ActionDetails given, ActionDetails before, Members members, SeatId by, Places places) {
    Access access = new Access(members);
    List<Ref> links = new ArrayList<>(given.links());
    before.links().stream()
        .filter(ref -> !given.links().contains(ref))
        .filter(ref -> places.scopeOf(ref).filter(s -> access.canRead(by, s)).isEmpty())
        .forEach(links::add);
    return given.linked(links);
  }

  /** The same with each link by this name. */
  public static ActionDetails named(ActionDetails given, UnaryOperator<Ref> name) {
    return given.linked(given.links().stream().map(name).toList());
  }

  /** R7: anyone who is asked to take part must be able to read of it. */
  private static void mustBeInside(Members members, Access access, String slug, Scope scope) {
    var organisation = members.organisations().get(slug);
    if (organisation == null) {
      throw Refusal.invalid(
          "organisations", Message.of("there-is-no-organisation-here", "organisation", slug));
    }
    if (access.readers(scope).stream().noneMatch(s -> s.organisation().equals(slug))) {
      throw Refusal.invalid(
          "organisations",
          Message.of("cannot-read-this-choose-one-inside", "organisation", organisation.name()));
    }
  }

  private static void few(String field, List<?> all, int most) {
    if (all.size() > most) {
      throw Refusal.invalid(field, Message.of("at-most-stand-here", "limit", most));
    }
  }

  private static void once(String field, List<?> all) {
    if (new HashSet<>(all).size() < all.size()) {
      throw Refusal.invalid(field, Message.of("the-same-stands-here-twice"));
    }
  }
}
