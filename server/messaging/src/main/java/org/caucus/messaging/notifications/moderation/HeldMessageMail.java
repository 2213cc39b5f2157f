package org.caucus.messaging.notifications.moderation;

import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.moderation.HeldMessageNotices;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a seat is asked or told about a letter that waits. All about one letter is one
 * conversation in its reader's mail program.
 */
public final class HeldMessageMail {
  private static final String VIA = " via ";

  private final Site site;
  private final HoldCodes codes;
  private final Limits limits;

  /** How much of it one address gets in a day. */
  @FunctionalInterface
  public interface Limit {
    /** How many more today after this one; negative when not even this one. */
    int left(MailAddress address, String parcel, Instant at);
  }

  /**
   * How much of each there is.
   *
   * @param asking questions to those who decide
   * @param doubting questions whether somebody wrote what names them: an answer to that letter
   * @param telling that it is decided
   */
  public record Limits(Limit asking, Limit doubting, Limit telling) {
    /** What is done a minute later unless its author stops it is always told; it has a limit. */
    private static final Limit NONE = (address, parcel, at) -> Integer.MAX_VALUE;

    Limit of(HeldMessageNotices news) {
      if (news.what().asks() && news.hold().posts() != null) {
        return NONE;
      }
      boolean doubts = news.hold().awaits() == Hold.Awaits.SENDER && news.hold().unproven();
      return news.what().asks() ? doubts ? doubting : asking : telling;
    }
  }

  /** Letters from here, within these limits. */
  public HeldMessageMail(Site site, HoldCodes codes, Limits limits) {
    this.site = site;
    this.codes = codes;
    this.limits = limits;
  }

  /**
   * Whom it is for, and what it is sent in.
   *
   * @param readers who would read the letter if it were let in, in words
   */
  public record Slip(
      SeatId seat, NamedAddress to, String parcel, String readers, Language language) {}

  /**
   * Whether the seat is written to at all: not when what it is asked was decided meanwhile, nor
   * beyond the limit. Asked once for each parcel and address.
   */
  public boolean isDue(HeldMessageNotices news, Commit commit, MailAddress to, String parcel) {
    return (!news.what().asks() || news.hold().open()) && left(news, commit, to, parcel) >= 0;
  }

  private int left(HeldMessageNotices news, Commit commit, MailAddress to, String parcel) {
    return limits.of(news).left(to, parcel, commit.at());
  }

  /** The letter; empty if there is nothing to say any more. */
  public Optional<Composition> of(
      Workspace state, Commit commit, Event event, HeldMessageNotices news, Slip slip) {
    if (!isDue(news, commit, slip.to().address(), slip.parcel())) {
      return Optional.empty();
    }
    Hold hold = news.hold();
    HoldMessages words = new HoldMessages(slip.language());
    boolean asks = news.what().asks();
    boolean decides = news.isAsked(slip.seat());
    String text =
        asks
            ? question(state, event, hold, slip, words)
                + (left(news, commit, slip.to().address(), slip.parcel()) == 0
                    ? words.lastToday()
                    : "")
                + why(hold, words)
            : decides
                ? settled(state, commit, event, news, words)
                : yours(state, event, news, words);
    SystemMail letter =
        SystemMail.of(
                site,
                state.members().slug() + "+notices",
                SystemMail.Recipient.member(state, slip.seat(), slip.to(), slip.language()))
            .from(from(state, asks || !decides ? null : commit.seat()));
    if (asks) {
      letter.replyTo(deciding(site, state));
    }
    boolean first = news.what() == HeldMessageNotices.What.HELD;
    if (!first) {
      letter.below(hold.id() + "@" + site.domain());
    }
    String name = first ? hold.id() : commit.id();
    String subject = (first ? "" : "Re: ") + subject(hold, asks || decides, words);
    return Optional.of(letter.write(name, commit.at(), subject, text));
  }

  /** Where answers with a code go. */
  public static MailAddress deciding(Site site, Workspace state) {
    return site.address(state.members().slug() + "+" + HoldCodes.DETAIL);
  }

  private static String why(Hold hold, HoldMessages words) {
    return switch (hold.awaits()) {
      case CONVENOR -> words.whyDecides();
      case SENDER -> hold.unproven() ? words.whyWrote() : words.whyAuthor();
    };
  }

  private static String subject(Hold hold, boolean decides, HoldMessages words) {
    if (!decides) {
      return hold.subject().isBlank() ? words.yourPost() : HeaderText.clean(hold.subject());
    }
    if (hold.posts() != null) {
      return words.announcedSubject();
    }
    return hold.awaits() == Hold.Awaits.SENDER && hold.unproven()
        ? words.wasItYouSubject()
        : hold.awaits() == Hold.Awaits.SENDER
            ? words.isItRightSubject()
            : words.waitsSubject(HeaderText.clean(hold.subject()));
  }

  private String question(Workspace state, Event event, Hold hold, Slip slip, HoldMessages words) {
    String link = page(state, hold);
    String code = codes.of(state.id(), hold, slip.seat());
    String to = deciding(site, state).toString();
    if (hold.awaits() == Hold.Awaits.SENDER) {
      return HoldCodes.above(words.language())
          + "\n\n"
          + (hold.unproven()
              ? words.wasItYou(hold.address(), hold.reasons(), hold.expires(), link)
              : right(hold, slip, words, link)
                  + words.shown(
                      HeaderText.clean(hold.subject()), HoldPresenter.asItStands(state, hold))
                  + words.files(hold.letter()))
          + words.sayYes(to, code);
    }
    String again = event instanceof LetterEvent.HoldReminded e ? words.stillWaits(e.days()) : "";
    return HoldCodes.above(words.language())
        + "\n\n"
        + again
        + words.waits(sender(state, hold), hold.address(), hold.reasons())
        + words.shown(HeaderText.clean(hold.subject()), hold.text())
        + words.decide(hold, slip.readers(), link)
        + words.byMail(hold, to, code);
  }

  private static String right(Hold hold, Slip slip, HoldMessages words, String link) {
    return hold.posts() == null
        ? words.isItRight(hold.address(), hold.reasons(), hold.expires(), link)
            + words.wouldBeReadBy(slip.readers())
        : words.announced(hold.address(), hold.reasons(), hold.posts(), link)
            + words.willBeReadBy(slip.readers());
  }

  private static String settled(
      Workspace state, Commit commit, Event event, HeldMessageNotices news, HoldMessages words) {
    Hold hold = news.hold();
    String who = state.members().nameOf(commit.seat());
    return words.settled(news, who, sender(state, hold))
        + words.noted(event)
        + words.nothingLeft()
        + words.whyDecides();
  }

  private String yours(Workspace state, Event event, HeldMessageNotices news, HoldMessages words) {
    boolean undoable =
        news.what() == HeldMessageNotices.What.REFUSED && news.hold().posts() != null;
    return (undoable
            ? words.undoable(news.hold().address(), event)
            : words.yours(news.what(), news.hold().address(), words.said(event)))
        + "\n"
        + page(state, news.hold())
        + "\n"
        + words.whyAuthor();
  }

  /** By address, else by name. */
  private static String sender(Workspace state, Hold hold) {
    return hold.sender().isEmpty() ? state.members().nameOf(hold.seat()) : hold.sender();
  }

  private String page(Workspace state, Hold hold) {
    return site.page(state.members().slug(), ContentFreeMail.page(hold.ref()));
  }

  private NamedAddress from(Workspace state, @Nullable SeatId actor) {
    String workspace = HeaderText.clean(state.members().name());
    String name =
        actor == null
            ? workspace
            : HeaderText.clean(state.members().nameOf(actor)) + VIA + workspace;
    return new NamedAddress(name, site.address(state.members().slug() + "+notices"));
  }
}
