package org.caucus.messaging.distribution;

import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.platform.i18n.Language;

/**
 * Where this server is.
 *
 * @param domain the mail domain, such as {@code lists.example}
 * @param baseUrl of the pages, without a slash at the end
 */
public record Site(String domain, String baseUrl) {
  /** An address in the mail domain. */
  public MailAddress address(String localPart) {
    return new MailAddress(localPart, domain);
  }

  /** A page of a workspace. */
  public String page(String workspaceSlug, String path) {
    return baseUrl + "/w/" + workspaceSlug + "/" + path;
  }

  /**
   * A letter of this server itself, of which nothing was written by a member.
   *
   * @param from whose of its mailboxes sends it: what stands before the @
   */
  public Composition own(
      String from,
      DeliveryBatch parcel,
      MailAddress to,
      String subject,
      String text,
      Language language) {
    return new Composition(
        new NamedAddress("Caucus", address(from)),
        NamedAddress.of(to),
        subject,
        parcel.id() + "@" + domain,
        parcel.at(),
        text,
        ListHeaders.automatic(this, language));
  }
}
