package org.caucus.views.push;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.notifications.rules.NotificationAudience;
import org.caucus.messaging.notifications.rules.OutsideAuthor;
import org.caucus.platform.i18n.Language;
import org.caucus.views.inbox.NotificationInbox.Ring;
import org.caucus.views.stream.ActivityTitles;
import org.caucus.workspace.Workspace;

/**
 * What a device shows. Pure. Names and titles only where the seat chose them, and then not of what
 * is off the record or in the background, under an embargo, written by somebody without a
 * membership, waiting for a decision, or where mail holds no words.
 */
final class PushContent {
  private static final String PRODUCT = "Caucus";

  /** Longest title and sentence, in characters. */
  private static final int TITLE_CHARS = 100;

  private static final int SENTENCE_CHARS = 120;

  private PushContent() {}

  /**
   * The message.
   *
   * @param rings what rang and is not read, the newest first; at least one
   * @param unread how many there are with those that it was told before
   */
  static JsonObject of(
      Workspace now,
      PushDevice device,
      List<Ring> rings,
      int unread,
      boolean titles,
      Language language) {
    PushMessages words = new PushMessages(language);
    JsonObject bare = message(device, unread, language, PRODUCT, words.bare(unread));
    Ring newest = rings.getFirst();
    if (!titles) {
      return bare;
    }
    return title(now, newest, device.seat(), language)
        .map(title -> named(now, device, newest, unread, title, words))
        .filter(PushContent::fits)
        .orElse(bare);
  }

  private static JsonObject named(
      Workspace now, PushDevice device, Ring ring, int unread, String title, PushMessages words) {
    String who =
        now.members().nameOf(NotificationAudience.speaker(now, ring.commit(), ring.event()));
    String said = cut(words.why(ring.why(), who), SENTENCE_CHARS);
    String all = unread > 1 ? said + " " + words.others(unread - 1) : said;
    return message(device, unread, words.language(), cut(title, TITLE_CHARS), all);
  }

  /** That a device is reached. */
  static JsonObject test(PushDevice device, Language language) {
    return message(device, 0, language, PRODUCT, new PushMessages(language).test());
  }

  private static JsonObject message(
      PushDevice device, int unread, Language language, String title, String body) {
    return new JsonObject()
        .put("id", device.id())
        .put("who", device.signIn())
        .put("n", unread)
        .put("lang", language.tag())
        .put("title", title)
        .put("body", body);
  }

  static byte[] bytes(JsonObject message) {
    return message.encode().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean fits(JsonObject message) {
    return bytes(message).length <= WebPushCipher.MOST_BYTES;
  }

  /** What it is called, if that may be shown. */
  private static Optional<String> title(Workspace now, Ring ring, SeatId seat, Language language) {
    return now.item(ring.thing())
        .filter(item -> isOpen(now, ring, item, seat))
        .map(item -> item.title(language).strip())
        .filter(title -> !title.isEmpty());
  }

  private static boolean isOpen(Workspace now, Ring ring, Item item, SeatId seat) {
    return isThing(ring.thing())
        && !isWithheld(now, item.scope())
        && now.scopeOf(ring.happening().ref()).filter(s -> isWithheld(now, s)).isEmpty()
        && ActivityTitles.isOnRecord(now, ring.thing())
        && now.actions().find(ring.thing().id()).filter(a -> a.embargo() != null).isEmpty()
        && OutsideAuthor.of(now, ring.commit(), ring.event(), seat).isEmpty();
  }

  private static boolean isThing(Ref thing) {
    return switch (thing.kind()) {
      case THREAD, ISSUE, UPDATE, ACTION, POLL, REVIEW -> true;
      default -> false;
    };
  }

  private static boolean isWithheld(Workspace now, Scope scope) {
    return ContentFreeMail.isAskedFor(now, scope);
  }

  /** Between whole characters, never in the middle of a pair of surrogates. */
  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
