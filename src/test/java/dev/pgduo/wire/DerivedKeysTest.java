package dev.pgduo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

class DerivedKeysTest {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** Each differs from the one before in one thing that the key depends on. */
    private static final List<PBEKeySpec> SPECS = List.of(
            spec("password", "salt", 4096, 256),
            spec("password", "tlas", 4096, 256),
            spec("passwords", "alt", 4096, 256),
            spec("пароль", "alt", 4096, 256),
            spec("пароль", "alt", 4095, 256),
            spec("пароль", "alt", 4095, 128));

    @Test
    void areTheSameAsJavasOwn() throws GeneralSecurityException {
        List<byte[]> real = keys("SunJCE");
        DerivedKeys.keep();
        assertThat(Security.getProviders()[0]).isInstanceOf(DerivedKeys.class);
        assertThat(keys("pgduo")).usingRecursiveComparison().isEqualTo(real);
        assertThat(keys("pgduo")).usingRecursiveComparison().isEqualTo(real);
    }

    private static List<byte[]> keys(String provider) throws GeneralSecurityException {
        List<byte[]> keys = new ArrayList<>();
        for (PBEKeySpec spec : SPECS) {
            keys.add(SecretKeyFactory.getInstance(ALGORITHM, provider)
                    .generateSecret(spec)
                    .getEncoded());
        }
        return keys;
    }

    private static PBEKeySpec spec(String password, String salt, int rounds, int bits) {
        return new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), rounds, bits);
    }
}
