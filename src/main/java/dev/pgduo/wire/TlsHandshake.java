package dev.pgduo.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.ssl.PGjdbcHostnameVerifier;
import org.postgresql.util.PSQLException;

/**
 * Asks the server for an encrypted connection (SSLRequest), before anything else is sent; pgjdbc's TLS classes, which know libpq's files,
 * then make the encryption.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL">SSLRequest</a>
 */
final class TlsHandshake {
    private static final int REQUEST = 80_877_103;

    private final Encryption encryption;
    private final Address address;

    TlsHandshake(Encryption encryption, Address address) {
        this.encryption = encryption;
        this.address = address;
    }

    /**
     * The encrypted connection, or the unencrypted one when the server has no TLS and the options allow that.
     *
     * @throws Unacceptable when they do not, or when the handshake fails
     */
    Socket over(Socket clear) throws IOException {
        DataOutputStream out = new DataOutputStream(clear.getOutputStream());
        out.writeInt(8);
        out.writeInt(REQUEST);
        int answer = clear.getInputStream().read();
        if (answer == 'N' && !encryption.mode().required()) {
            return clear;
        }
        if (answer != 'S') {
            throw Unacceptable.refused(refusal(answer));
        }
        if (clear.getInputStream().available() > 0) {
            throw Unacceptable.refused("received unencrypted data after SSL response");
        }
        return encrypted(clear);
    }

    private static String refusal(int answer) {
        return switch (answer) {
            case 'N' -> "server does not support SSL, but SSL was required";
            case 'E' -> "server sent an error response during SSL exchange";
            case -1 -> ConnectionLost.WORDS.strip();
            default -> "received invalid response to SSL negotiation: " + (char) answer;
        };
    }

    private SSLSocket encrypted(Socket clear) throws IOException {
        String host = address.endpoint().host();
        try {
            LibPQFactory factory = new LibPQFactory(properties());
            SSLSocket socket = (SSLSocket)
                    factory.createSocket(clear, host, address.endpoint().port(), true);
            socket.setEnabledProtocols(TlsVersions.of(encryption.options()).toArray(String[]::new));
            socket.startHandshake();
            factory.throwKeyManagerException();
            if (encryption.mode() == Encryption.Mode.VERIFY_FULL
                    && !PGjdbcHostnameVerifier.INSTANCE.verify(host, socket.getSession())) {
                throw Unacceptable.broken(mismatch(socket, host), null);
            }
            return socket;
        } catch (SSLException e) {
            throw Unacceptable.broken("SSL error: " + words(e), e);
        } catch (PSQLException e) {
            throw Unacceptable.broken(String.valueOf(e.getMessage()), e);
        }
    }

    /** pgjdbc's options. A root certificate that exists is used, whatever the mode; the host's name is compared by the caller. */
    private Properties properties() throws Unacceptable {
        Properties properties = new Properties();
        properties.setProperty("user", address.endpoint().user());
        Path root = encryption.file("sslrootcert", "root.crt");
        boolean verified = Files.exists(root);
        if (verified) {
            properties.setProperty("sslrootcert", root.toString());
        } else if (encryption.mode().compareTo(Encryption.Mode.VERIFY_CA) >= 0) {
            throw Unacceptable.broken(
                    "root certificate file \"" + root + "\" does not exist\nEither provide the file or change sslmode"
                            + " to disable server certificate verification.",
                    null);
        }
        properties.setProperty("sslmode", verified ? "verify-ca" : "require");
        own(properties);
        return properties;
    }

    /** Adds the client's own certificate, when there is one. */
    private void own(Properties properties) throws Unacceptable {
        Path certificate = encryption.file("sslcert", "postgresql.crt");
        if (!Files.exists(certificate)) {
            return;
        }
        Path key = encryption.file("sslkey", "postgresql.key");
        if (!Files.exists(key)) {
            throw Unacceptable.broken("certificate present, but not private key file \"" + key + "\"", null);
        }
        properties.setProperty("sslcert", certificate.toString());
        properties.setProperty("sslkey", key.toString());
        String password = encryption.options().value("sslpassword");
        if (password != null) {
            properties.setProperty("sslpassword", password);
        }
    }

    private static String mismatch(SSLSocket socket, String host) throws SSLException {
        String subject = ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
        String name = subject.replaceFirst(".*?CN=([^,]*).*", "$1");
        return "server certificate for \"" + name + "\" does not match host name \"" + host + "\"";
    }

    private static String words(SSLException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException) {
                return "certificate verify failed";
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
