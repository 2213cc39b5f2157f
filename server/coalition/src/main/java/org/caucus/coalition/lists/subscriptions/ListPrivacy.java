package org.caucus.coalition.lists.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the letters of a list tell of their authors, and their readers' programs of them.
 *
 * @param addresses whether letters name their authors' own addresses, hosts and programs
 * @param remote whether letters keep what is fetched from elsewhere when they are read
 * @param signed what becomes of signed and encrypted letters, which cannot be changed
 * @param pictures whether pictures keep place, time and device; null, and not written, for the
 *     usual: not while companies read the list
 */
public record ListPrivacy(
    Addresses addresses,
    Remote remote,
    Signed signed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pictures pictures) {
  /** With what is usual for pictures. */
  public ListPrivacy(Addresses addresses, Remote remote, Signed signed) {
    this(addresses, remote, signed, null);
  }

  /** Of a list from before there was a choice, or of which nobody may know what was chosen. */
  public static final ListPrivacy BEFORE =
      new ListPrivacy(Addresses.SHOWN, Remote.KEPT, Signed.PASSED);

  /** Of a new list. */
  public static final ListPrivacy USUAL =
      new ListPrivacy(Addresses.HIDDEN_WITH_COMPANIES, Remote.REMOVED_WITH_COMPANIES, Signed.HELD);

  /**
   * Of conversations: as of a new list, but that no letter names an address at which answers would
   * leave the conversation, and that no convenor is asked about any.
   */
  public static final ListPrivacy CONVERSATIONS =
      new ListPrivacy(Addresses.HIDDEN, Remote.REMOVED_WITH_COMPANIES, Signed.PASSED);

  /** Whether letters name their authors' own addresses, hosts and programs. */
  public enum Addresses {
    /** As they were written. */
    SHOWN,
    /** Not while companies read the list. */
    HIDDEN_WITH_COMPANIES,
    /** Never. */
    HIDDEN
  }

  /** Whether letters keep what is fetched from elsewhere when they are read. */
  public enum Remote {
    /** As they were written. */
    KEPT,
    /** Not while companies read the list. */
    REMOVED_WITH_COMPANIES,
    /** Never. */
    REMOVED
  }

  /** Whether pictures keep what cameras and programs wrote into them. */
  public enum Pictures {
    /** As they were sent. */
    KEPT,
    /** Not while companies read the list. */
    REMOVED_WITH_COMPANIES,
    /** Never. */
    REMOVED
  }

  /** What is done with pictures. */
  public Pictures ofPictures() {
    return pictures == null ? Pictures.REMOVED_WITH_COMPANIES : pictures;
  }

  /** Whether some part of it tells more than the other does. */
  public boolean tellsMoreThan(ListPrivacy other) {
    return addresses.compareTo(other.addresses) < 0
        || remote.compareTo(other.remote) < 0
        || signed.compareTo(other.signed) > 0
        || ofPictures().compareTo(other.ofPictures()) < 0;
  }

  /** What becomes of letters that cannot be changed. */
  public enum Signed {
    /** A convenor is asked. */
    HELD,
    /** They are sent on as they are, with what is in them. */
    PASSED
  }

  /**
   * What is done with letters.
   *
   * @param companies whether companies read the list
   */
  public Applied applied(boolean companies) {
    boolean hides =
        addresses == Addresses.HIDDEN
            || (companies && addresses == Addresses.HIDDEN_WITH_COMPANIES);
    boolean removes =
        remote == Remote.REMOVED || (companies && remote == Remote.REMOVED_WITH_COMPANIES);
    boolean bares =
        ofPictures() == Pictures.REMOVED
            || (companies && ofPictures() == Pictures.REMOVED_WITH_COMPANIES);
    return new Applied(
        hides, removes, signed == Signed.HELD && (hides || removes), bares, companies && bares);
  }

  /**
   * What is done with letters now.
   *
   * @param hides no field tells who or where their authors are
   * @param removes nothing in them is fetched from elsewhere
   * @param holds a convenor is asked about those that are signed or encrypted
   * @param bares pictures tell neither place nor time nor device
   * @param closes what tells them all the same, as it cannot be taken out, is left out
   */
  public record Applied(
      boolean hides, boolean removes, boolean holds, boolean bares, boolean closes) {
    /** They are sent on as they are. */
    public static final Applied NOTHING = new Applied(false, false, false, false, false);

    /** For a reader of civil society alone, who may have what cannot be bared. */
    public Applied open() {
      return new Applied(hides, removes, holds, bares, false);
    }

    /** This, and what another asks for. */
    public Applied and(Applied other) {
      return new Applied(
          hides || other.hides,
          removes || other.removes,
          holds || other.holds,
          bares || other.bares,
          closes || other.closes);
    }
  }
}
