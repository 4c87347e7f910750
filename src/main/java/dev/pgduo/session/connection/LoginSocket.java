package dev.pgduo.session.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A socket that shows pgjdbc only the login. */
final class LoginSocket extends Socket {
    private final Map<String, String> parameters;
    private @Nullable LoginInput input;
    private @Nullable OutputStream output;

    LoginSocket(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new LoginInput(super.getInputStream());
        }
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new StartupOutput(super.getOutputStream(), parameters);
        }
        return output;
    }

    /** The bytes after the login. */
    InputStream rest() throws IOException {
        return super.getInputStream();
    }

    OutputStream wire() throws IOException {
        return super.getOutputStream();
    }

    /** What was seen of the login; null when the server was not reached. */
    @Nullable
    LoginInput login() {
        return input;
    }
}
