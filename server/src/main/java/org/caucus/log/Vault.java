package org.caucus.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Random;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.mongo.DatabaseException;
import org.caucus.mongo.Documents;
import org.caucus.mongo.Mongo;

/**
 * Seals and opens bytes with the key of a workspace (Tink AEAD, AES-256-GCM). The keys lie in the
 * collection {@code keys}, wrapped by the {@link MasterKey}; unwrapped they are only ever in
 * memory. Deleting one key makes everything of its workspace unreadable.
 *
 * <p>The associated data binds a ciphertext to its place: the same bytes elsewhere do not open.
 */
public final class Vault {
  private static final String COLLECTION = "keys";
  private static final String WRAPPED = "k";
  private static final String INDEX_KEY = "index";
  private static final int INDEX_KEY_BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  /** Above every id: {@code ~} sorts after all letters and digits. */
  private static final String END = "~";

  private final Documents keys;
  private final MasterKey master;
  private final ConcurrentHashMap<WorkspaceId, Cipher> ciphers = new ConcurrentHashMap<>();
  private final byte[] indexKey;

  private Vault(Documents keys, MasterKey master, byte[] indexKey) {
    this.keys = keys;
    this.master = master;
    this.indexKey = indexKey;
  }

  /** One workspace's key. Safe for use by many threads. */
  public static final class Cipher {
    private final Aead aead;

    private Cipher(Aead aead) {
      this.aead = aead;
    }

    /** Encrypts; {@code place} (collection and id) is what the ciphertext is bound to. */
    public byte[] seal(String place, byte[] plain) {
      try {
        return aead.encrypt(plain, place.getBytes(UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-256-GCM failed to encrypt", e);
      }
    }

    /**
     * Decrypts what was sealed for this very place; {@link LogException.Unreadable} naming it
     * otherwise.
     */
    public byte[] open(String place, byte[] sealed) {
      try {
        return aead.decrypt(sealed, place.getBytes(UTF_8));
      } catch (GeneralSecurityException e) {
        throw new LogException.Unreadable(place, e);
      }
    }
  }

  /**
   * Reads the master key, or makes it if the database has no key yet, and checks that it fits.
   * Waits; call it at the start, not on an event loop.
   *
   * @throws LogException.BadMasterKey the file is missing, open to others, damaged, or belongs to
   *     another database
   */
  public static Vault open(Mongo mongo, Path masterKeyFile) {
    var keys = mongo.documents(COLLECTION);
    boolean used = keys.findById(INDEX_KEY).await().isPresent();
    var master = used ? MasterKey.read(masterKeyFile) : MasterKey.readOrMake(masterKeyFile);
    var indexKey =
        unwrapped(
            master, INDEX_KEY, wrappedOrMade(keys, INDEX_KEY, () -> newIndexKey(master)).await());
    var vault = new Vault(keys, master, indexKey);
    vault.create(WorkspaceId.SYSTEM).await();
    vault.cipher(WorkspaceId.SYSTEM).await();
    return vault;
  }

  /** Makes the workspace's key, unless it has one. From then on the workspace exists. */
  public Future<Void> create(WorkspaceId workspace) {
    return wrappedOrMade(keys, workspace.value(), () -> newDataKey(workspace)).mapEmpty();
  }

  /** The workspace's key; {@link LogException.UnknownWorkspace} if it has none. */
  public Future<Cipher> cipher(WorkspaceId workspace) {
    var known = ciphers.get(workspace);
    if (known != null) {
      return Future.succeededFuture(known);
    }
    return keys.findById(workspace.value())
        .map(
            found -> {
              var document = found.orElseThrow(() -> new LogException.UnknownWorkspace(workspace));
              var cipher = unwrap(workspace, document.getBinary(WRAPPED).getData());
              ciphers.put(workspace, cipher);
              return cipher;
            });
  }

  /** Encrypts for this place; reads the key first if it is not at hand, so not on an event loop. */
  public byte[] seal(WorkspaceId workspace, byte[] plain, String place) {
    return cipher(workspace).await().seal(place, plain);
  }

  /**
   * Decrypts; {@link LogException.Unreadable} naming the place if these bytes were not sealed for
   * it.
   */
  public byte[] open(WorkspaceId workspace, byte[] sealed, String place) {
    return cipher(workspace).await().open(place, sealed);
  }

  /**
   * A stand-in for a value that must be looked up but not known: HMAC-SHA256 (RFC 2104) under a key
   * of this installation, 52 characters of lower-case base32. Values of different purposes cannot
   * be compared.
   */
  public String blindIndex(String purpose, String value) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(indexKey, HMAC));
      mac.update((purpose.length() + ":" + purpose + ":").getBytes(UTF_8));
      return Ids.base32(mac.doFinal(value.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is missing from this Java runtime", e);
    }
  }

  /**
   * Encrypts a key for what lies outside the database, such as an archive: who has the master key
   * opens it, whatever became of the database.
   */
  public byte[] sealByMaster(byte[] secret, String place) {
    try {
      return master.aead().encrypt(secret, place.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM failed to encrypt", e);
    }
  }

  /** The secret again; {@link LogException.Unreadable} if another master key sealed it. */
  public byte[] openByMaster(byte[] sealed, String place) {
    try {
      return master.aead().decrypt(sealed, place.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new LogException.Unreadable(place, e);
    }
  }

  /** All workspaces that have a key, without {@link WorkspaceId#SYSTEM}. */
  Future<List<WorkspaceId>> workspaces() {
    return workspacesAfter("", List.of());
  }

  private Future<List<WorkspaceId>> workspacesAfter(String after, List<WorkspaceId> before) {
    return keys.findRange(after, END, Documents.READ_LIMIT)
        .compose(
            page -> {
              var ids = page.stream().map(d -> d.getString("_id").getValue()).toList();
              var all = new ArrayList<>(before);
              ids.stream().filter(Ids::isId).map(WorkspaceId::new).forEach(all::add);
              return page.size() < Documents.READ_LIMIT
                  ? Future.succeededFuture(List.copyOf(all))
                  : workspacesAfter(ids.getLast(), all);
            });
  }

  /**
   * Two who make the same key at once end with the same one: the first insert wins and the other
   * reads it.
   */
  private static Future<byte[]> wrappedOrMade(Documents keys, String id, Supplier<byte[]> maker) {
    return keys.findById(id)
        .compose(
            found -> {
              if (found.isPresent()) {
                return Future.succeededFuture(wrapped(found));
              }
              var made = maker.get();
              var document =
                  new BsonDocument("_id", new BsonString(id)).append(WRAPPED, new BsonBinary(made));
              return keys.insert(document)
                  .map(made)
                  .recover(
                      e ->
                          e instanceof DatabaseException.DuplicateKey
                              ? keys.findById(id).map(Vault::wrapped)
                              : Future.failedFuture(e));
            });
  }

  private static byte[] wrapped(Optional<BsonDocument> document) {
    return document.orElseThrow().getBinary(WRAPPED).getData();
  }

  private byte[] newDataKey(WorkspaceId workspace) {
    try {
      var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          key, master.aead(), place(workspace.value()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
    }
  }

  private Cipher unwrap(WorkspaceId workspace, byte[] wrapped) {
    try {
      var key =
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              wrapped, master.aead(), place(workspace.value()));
      return new Cipher(key.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new LogException.Unreadable(COLLECTION + "/" + workspace, e);
    }
  }

  private static byte[] newIndexKey(MasterKey master) {
    try {
      return master.aead().encrypt(Random.randBytes(INDEX_KEY_BYTES), place(INDEX_KEY));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
    }
  }

  private static byte[] unwrapped(MasterKey master, String id, byte[] wrapped) {
    try {
      return master.aead().decrypt(wrapped, place(id));
    } catch (GeneralSecurityException e) {
      throw new LogException.BadMasterKey(
          master.file(),
          "this key does not fit this database, which was written with another. Put that one back.",
          e);
    }
  }

  private static byte[] place(String id) {
    return (COLLECTION + "/" + id).getBytes(UTF_8);
  }
}
