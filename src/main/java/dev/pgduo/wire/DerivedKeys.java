package dev.pgduo.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A security provider that derives the keys of SCRAM from passwords, each once, and keeps them in memory. Deriving takes thousands of
 * rounds, and a lab logs in again and again with the same password. A JVM that does not accept this provider takes its own instead.
 */
public final class DerivedKeys extends Provider {
    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** Java's own implementation, which derives the keys. */
    private static volatile @Nullable SecretKeyFactory real;

    private DerivedKeys() {
        super("pgduo", "1", "keys derived from passwords, each once");
        put("SecretKeyFactory." + ALGORITHM, Factory.class.getName());
    }

    /** Installs the provider: from now on, each key is derived once in this program. */
    public static synchronized void keep() {
        if (real == null) {
            try {
                real = SecretKeyFactory.getInstance(ALGORITHM);
                Security.insertProviderAt(new DerivedKeys(), 1);
            } catch (NoSuchAlgorithmException e) {
                // Java cannot derive such keys: there is nothing to keep.
            }
        }
    }

    /** The implementation that the Java platform makes for this provider. */
    public static final class Factory extends SecretKeyFactorySpi {
        private static final int MOST = 64;
        private static final Map<String, byte[]> KNOWN = new LinkedHashMap<>();

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            SecretKeyFactory own = real();
            if (!(spec instanceof PBEKeySpec password) || password.getSalt() == null) {
                return own.generateSecret(spec);
            }
            String name = name(password);
            byte[] key;
            synchronized (KNOWN) {
                key = KNOWN.get(name);
            }
            if (key == null) {
                key = own.generateSecret(spec).getEncoded();
                remember(name, key);
            }
            return new SecretKeySpec(key, ALGORITHM);
        }

        private static void remember(String name, byte[] key) {
            synchronized (KNOWN) {
                if (KNOWN.size() >= MOST) {
                    KNOWN.remove(KNOWN.keySet().iterator().next());
                }
                KNOWN.put(name, key);
            }
        }

        /** Everything that the key depends on, without the password itself. */
        private static String name(PBEKeySpec spec) throws InvalidKeySpecException {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                ByteBuffer password = StandardCharsets.UTF_8.encode(CharBuffer.wrap(spec.getPassword()));
                digest.update(password.duplicate());
                byte[] salt = spec.getSalt();
                digest.update(ByteBuffer.allocate(16)
                        .putInt(password.remaining())
                        .putInt(salt.length)
                        .putInt(spec.getIterationCount())
                        .putInt(spec.getKeyLength())
                        .flip());
                return Base64.getEncoder().encodeToString(digest.digest(salt));
            } catch (GeneralSecurityException e) {
                throw new InvalidKeySpecException(e);
            }
        }

        private static SecretKeyFactory real() throws InvalidKeySpecException {
            SecretKeyFactory known = real;
            if (known == null) {
                throw new InvalidKeySpecException("there is no " + ALGORITHM);
            }
            return known;
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> wanted) throws InvalidKeySpecException {
            return real().getKeySpec(key, wanted);
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            try {
                return real().translateKey(key);
            } catch (InvalidKeySpecException e) {
                throw new InvalidKeyException(e);
            }
        }
    }
}
