package org.caucus.coalition.updates.drafts;

import java.util.Map;
import org.caucus.kernel.StoredMessage;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Everything notices of drafts say; the sentences are in {@code words/notices.*}. */
record DraftNoticeMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String drafted(String who, String attribution) {
    return say("drafted", Map.of("who", who, "attribution", attribution));
  }

  String revised(String who, String attribution) {
    return say("revised", Map.of("who", who, "attribution", attribution));
  }

  String sentBack(String who) {
    return say("sent-back", Map.of("who", who));
  }

  String agreed(String who, boolean later) {
    return say(later ? "agreed.later" : "agreed", Map.of("who", who));
  }

  String discarded(String who) {
    return say("discarded", Map.of("who", who));
  }

  String heldBackTitle() {
    return say("held-back.title");
  }

  String heldBack(@Nullable StoredMessage reason, String why) {
    return say("held-back", Map.of("reason", Messages.kept(language, reason, why)));
  }
}
