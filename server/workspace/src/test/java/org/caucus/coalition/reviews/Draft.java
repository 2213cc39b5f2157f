package org.caucus.coalition.reviews;

import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.Placed;
import org.caucus.workspace.Drafting;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Reviewing;
import org.jspecify.annotations.Nullable;

/** A draft on the table of the coalition, of which a review is open. */
final class Draft {
  static final String TEXT = "code";
  static final String REVIEW = Given.THING;
  static final Duration WEEK = Duration.ofDays(7);
  static final List<String> ALL = List.of("rights", "press", "chirp", "vista");

  private Draft() {}

  /** The draft, and no review yet. */
  static Given adopted(Audience audience) {
    return Given.coalition().does(Parties.AMINA, Drafting.adopt(TEXT, true, "mark", audience));
  }

  /** A review for all, in which all are asked who can answer. */
  static Given reviewed() {
    Given given = adopted(Audience.everyone());
    return given.does(Parties.AMINA, open(given, ALL, Audience.everyone()));
  }

  /** A review that closes after a week. */
  static ReviewCommand.OpenReview open(
      Given given, List<String> asked, @Nullable Audience audience) {
    return Reviewing.open(TEXT, "Look at section 2.", asked, given.at().plus(WEEK), audience);
  }

  /** The id of a provision, by its path. */
  static String at(Given given, String path) {
    Instrument text = given.state().instruments().find(TEXT).orElseThrow();
    return text.shown().named(path).map(Placed::provision).orElseThrow();
  }

  static Review review(Given given) {
    return given.state().reviews().find(REVIEW).orElseThrow();
  }

  /** One position of the own organisation. */
  static ReviewCommand.GivePositions give(
      @Nullable String provision, Stance stance, String reason, @Nullable Audience audience) {
    return give(new NewPosition(provision, stance, reason, null), audience, false);
  }

  /** The same for the own organisation alone. */
  static ReviewCommand.GivePositions drafts(
      @Nullable String provision, Stance stance, String reason) {
    return give(new NewPosition(provision, stance, reason, null), null, true);
  }

  static ReviewCommand.GivePositions give(
      NewPosition position, @Nullable Audience audience, boolean draft) {
    return new ReviewCommand.GivePositions(REVIEW, List.of(position), audience, draft, Channel.WEB);
  }
}
