package dev.pgduo.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that vouches for itself, made by the JDK's keytool. */
record SelfSigned(String certificate, String key) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** One for the server of this name. */
    static SelfSigned of(String name, Path directory) throws IOException, GeneralSecurityException {
        Path store = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=" + name)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        if (!Files.exists(store)) {
            throw new IOException(said);
        }
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return new SelfSigned(
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()),
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
    }

    /** A file with the certificate, for those who trust it. */
    Path trusted(Path directory) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "root", ".crt"), certificate);
    }

    private static String pem(String kind, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
