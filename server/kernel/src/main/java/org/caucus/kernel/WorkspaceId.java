package org.caucus.kernel;

/**
 * The name of one log and one data key.
 *
 * @param value an {@link RandomIds} id, or {@code system} for what belongs to the installation
 */
public record WorkspaceId(String value) {
  /**
   * Accounts, inbox, directory: what belongs to the installation and to no workspace. It has a key
   * and no log.
   */
  public static final WorkspaceId SYSTEM = new WorkspaceId("system");

  /** Checks the form. */
  public WorkspaceId {
    if (!value.equals("system") && !RandomIds.isId(value)) {
      throw new IllegalArgumentException("not a workspace id");
    }
  }

  /** A new one that nobody can guess. */
  public static WorkspaceId random() {
    return new WorkspaceId(RandomIds.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
