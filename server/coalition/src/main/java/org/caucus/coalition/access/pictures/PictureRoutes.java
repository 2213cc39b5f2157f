package org.caucus.coalition.access.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.entries.attachments.FileDownloads;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;

/** {@code /my-profile/picture} and {@code /seats/{id}/pictures}: by what members are shown. */
public final class PictureRoutes implements Routes {
  /** Pictures that one seat sends in an hour. */
  static final int PER_HOUR = 30;

  /** The address names the bytes: they never change, and are one reader's to keep. */
  private static final String FOR_ITS_READER = "private, max-age=31536000, immutable";

  /** Hexadecimal digits of a hash that are enough to tell a member's pictures apart. */
  private static final int VERSION_BYTES = 10;

  private final CommandBus<? extends Members.Held> floor;
  private final Blobs blobs;
  private final Scanner scanner;
  private final TokenBuckets pace;

  /** Routes on this floor; pictures are sealed like files. */
  public PictureRoutes(
      CommandBus<? extends Members.Held> floor, Blobs blobs, Scanner scanner, InstantSource clock) {
    this.floor = floor;
    this.blobs = blobs;
    this.scanner = scanner;
    this.pace = new TokenBuckets(clock, new TokenBuckets.Limit(PER_HOUR, Duration.ofHours(1)));
  }

  @Override
  public void mount(Operations operations) {
    operations.on("setProfilePicture", this::set);
    operations.on("removeProfilePicture", this::remove);
    operations.on("downloadSeatPicture", this::read);
  }

  private ApiResponse set(ApiRequest call) {
    Members.Held state = floor.read(call.workspace()).await();
    Seat seat = state.access().mustBeActive(call.seat());
    byte[] picture = PictureRules.kept(octets(call.body().getString("picture")));
    String version = version(picture);
    SeatPicture now = seat.picture();
    if (now != null && now.version().equals(version)) { // done once under its key, else refused
      return ApiResponse.accepted(201, call.submit(floor, new MemberCommand.ShowSelf(now)).await());
    }
    long wait = pace.count(seat.id().value());
    if (wait > 0) {
      throw new RateLimited(wait, Message.of("profile-picture-pace", "limit", PER_HOUR));
    }
    mustBeClean(picture);
    BlobId blob = blobs.put(call.workspace(), picture).await();
    SeatPicture shown =
        new SeatPicture(blob.value(), PictureRules.type(picture), picture.length, version);
    return ApiResponse.accepted(201, call.submit(floor, new MemberCommand.ShowSelf(shown)).await());
  }

  private ApiResponse remove(ApiRequest call) {
    return ApiResponse.accepted(200, call.submit(floor, new MemberCommand.ShowSelf(null)).await());
  }

  /** To those who see the seat, while it is shown by this one. */
  private ApiResponse read(ApiRequest call) {
    Members.Held state = floor.read(call.workspace()).await();
    SeatId id = new SeatId(call.path("id"));
    Seat seat = state.members().seats().get(id);
    SeatPicture picture = seat == null ? null : seat.picture();
    if (picture == null
        || !picture.version().equals(call.path("version"))
        || !state.canRead(call.seat(), Ref.to(Ref.Kind.SEAT, id.value()))) {
      throw Refusal.absent();
    }
    byte[] octets = blobs.get(call.workspace(), new BlobId(picture.blob())).await();
    return FileDownloads.file("picture", octets).with("cache-control", FOR_ITS_READER);
  }

  private static byte[] octets(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("picture", Message.of("profile-picture-unreadable"));
    }
  }

  private static String version(byte[] picture) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(picture);
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void mustBeClean(byte[] picture) {
    switch (scanner.scan(List.of(picture)).await()) {
      case Scanner.Verdict.Clean _ -> {}
      case Scanner.Verdict.Infected found ->
          throw Refusal.invalid(
              "picture", Message.of("this-file-was-refused-the-scanner", "malware", found.name()));
      case Scanner.Verdict.TooLong _ ->
          throw Refusal.invalid("picture", Message.of("file-longer-than-scanner"));
      case Scanner.Verdict.Away _ ->
          throw new Loading(Message.of("the-scanner-for-malware-does-not"));
    }
  }
}
