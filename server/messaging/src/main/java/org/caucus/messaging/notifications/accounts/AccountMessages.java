package org.caucus.messaging.notifications.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything that letters about accounts say: codes, invitations, what was done to one. */
public record AccountMessages(Language language) {
  static final MessageCatalogue PHRASES = MessageCatalogue.of("account");

  /** What an invitation is called. */
  public String invitationSubject(String workspace, boolean again) {
    return say(again ? "reminder.subject" : "invitation.subject", Map.of("workspace", workspace));
  }

  /** Who invites, to what, and how to come in. */
  public String invitation(
      String inviter,
      String workspace,
      String organisation,
      String link,
      Instant expires,
      boolean again) {
    String until = LocalFormats.weekdayAndTime(language, expires.atZone(ZoneId.of("UTC")));
    return say(
        again ? "reminder" : "invitation",
        Map.of(
            "inviter",
            inviter,
            "workspace",
            workspace,
            "organisation",
            organisation,
            "link",
            link,
            "until",
            until));
  }

  String codeSubject(String code, SignInMail.Purpose purpose) {
    return say("code.subject." + purpose, Map.of("code", code));
  }

  String code(String code, Duration lifetime, SignInMail.Purpose purpose) {
    String what = say("code.what." + purpose);
    return say(
        "code",
        Map.of(
            "what",
            what,
            "code",
            code,
            "minutes",
            lifetime.toMinutes(),
            "otherwise",
            say("code.not." + purpose)));
  }

  String noticeSubject() {
    return say("notice.subject");
  }

  /** What was done to an account; {@code what} as the parcel has it. */
  String notice(String what) {
    return say("notice." + what);
  }

  String webhookSubject(String slug) {
    return say("webhook.subject", Map.of("workspace", slug));
  }

  /**
   * What became of what a webhook was to be told.
   *
   * @param kept whether it waits
   * @param page where it is sent again
   */
  String webhook(String slug, boolean kept, String page) {
    return say(kept ? "webhook.waits" : "webhook.let-go", Map.of("workspace", slug, "page", page));
  }

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }
}
