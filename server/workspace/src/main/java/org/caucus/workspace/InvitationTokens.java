package org.caucus.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;

/**
 * The secret in an invitation's link: workspace, invitation, and a proof that only this
 * installation can make. It is derived, never stored; whether the invitation is still open is for
 * the workspace to say.
 */
public final class InvitationTokens {
  private static final Pattern FORM =
      Pattern.compile("([a-z2-7]{26})\\.([a-z2-7]{26})\\.(l\\.)?([a-z2-7]{52})");

  /** In a link that an inviter brings, what its proof is of. */
  private static final String BROUGHT = "invitation-link";

  private static final String MAILED = "invitation";

  /** 130 bits. */
  private static final int TICKET_CHARS = 26;

  private final Vault vault;

  /** Tokens of this installation. */
  public InvitationTokens(Vault vault) {
    this.vault = vault;
  }

  /**
   * The invitation a true token names.
   *
   * @param brought whether the inviter had the link: who follows it has not shown that they read
   *     the mail of the invited address
   */
  public record Invited(WorkspaceId workspace, String invitation, boolean brought) {
    /** By a link that was mailed. */
    public Invited(WorkspaceId workspace, String invitation) {
      this(workspace, invitation, false);
    }
  }

  /** The token for the email of an invitation. */
  public String mint(WorkspaceId workspace, String invitation) {
    return token(workspace, invitation, "", MAILED);
  }

  /** The token for a link that the inviter brings to the person who is invited. */
  public String mintBrought(WorkspaceId workspace, String invitation) {
    return token(workspace, invitation, "l.", BROUGHT);
  }

  private String token(WorkspaceId workspace, String invitation, String mark, String use) {
    String proof = proof(use, workspace.value(), invitation);
    return workspace.value() + "." + invitation + "." + mark + proof;
  }

  /** What a token names; empty if it was not made here. */
  public Optional<Invited> verify(String token) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches() || !proves(parts)) {
      return Optional.empty();
    }
    boolean brought = parts.group(3) != null;
    return Optional.of(new Invited(new WorkspaceId(parts.group(1)), parts.group(2), brought));
  }

  /**
   * What stands in the address at which an invitation is answered; it opens no link, and a link
   * cannot be made of it.
   */
  public String ticket(WorkspaceId workspace, String invitation) {
    return vault
        .blindIndex("invitation-answer", workspace.value() + "/" + invitation)
        .substring(0, TICKET_CHARS);
  }

  /** The invitation that is answered there, as long as it is open. */
  public Optional<Invitation> answered(String ticket, Workspace workspace, Instant now) {
    byte[] given = ticket.getBytes(StandardCharsets.US_ASCII);
    return MemberPresenter.open(workspace.members(), now).stream()
        .filter(
            i ->
                MessageDigest.isEqual(
                    given, ticket(workspace.id(), i.id()).getBytes(StandardCharsets.US_ASCII)))
        .findFirst();
  }

  /** Compares in constant time, so that a proof cannot be found letter by letter. */
  private boolean proves(Matcher parts) {
    String use = parts.group(3) == null ? MAILED : BROUGHT;
    byte[] given = parts.group(4).getBytes(StandardCharsets.US_ASCII);
    byte[] due = proof(use, parts.group(1), parts.group(2)).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(given, due);
  }

  private String proof(String use, String workspace, String invitation) {
    return vault.blindIndex(use, workspace + "/" + invitation);
  }
}
