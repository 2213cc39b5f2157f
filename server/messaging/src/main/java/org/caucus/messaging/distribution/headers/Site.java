package org.caucus.messaging.distribution.headers;

import org.caucus.mail.message.MailAddress;

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
}
