package dev.pgduo.wire;

import dev.pgduo.table.ByteText;
import dev.pgduo.table.PackedRow;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.QueryExecutor;

/**
 * A logged-in connection on which the simple-query protocol is spoken directly: rows arrive one by one, values are the
 * server's own text, COPY goes both ways. The only class that speaks to the server after the login.
 *
 * <p>One thread at a time, but for {@link #cancel()} and {@link #close()}.
 */
public final class WireConnection implements AutoCloseable {

    /** Has logged in, and knows how to say goodbye. */
    private final QueryExecutor driver;

    private final LoginSocket socket;
    private final Address address;
    private final @Nullable TlsSession encryption;
    private final BackendReader reader;
    private final DataOutputStream writer;
    private final Map<String, String> parameters = new ConcurrentHashMap<>();
    private volatile @Nullable WirePipeline pipeline;
    private volatile int backendPid;
    private volatile int cancelKey;
    private volatile TransactionStatus status = TransactionStatus.IDLE;

    WireConnection(LoginSocket socket, QueryExecutor driver, Address address, Timeouts timeouts)
            throws IOException, ConnectFailed {
        this.driver = driver;
        this.socket = socket;
        this.address = address;
        this.encryption = socket.encryption();
        socket.setSoTimeout((int) timeouts.answer().toMillis());
        reader = new BackendReader(socket.rest());
        writer = new DataOutputStream(new BufferedOutputStream(socket.wire(), 1 << 16));
        greeting();
    }

    /**
     * Connects to the first address of the endpoint's host that answers, as libpq does; encrypted if the server offers it.
     *
     * @param parameters of the startup packet besides user and database
     */
    public static WireConnection open(Endpoint endpoint, Map<String, String> parameters, Timeouts timeouts)
            throws ConnectFailed {
        return open(endpoint, parameters, timeouts, Encryption.USUAL, null);
    }

    /**
     * Connects with the timeouts and the encryption that connection options ask for.
     *
     * @param full complete and checked options
     * @param door a directory with the server's Unix-domain socket, to connect there instead of to the endpoint's host; null to use the
     * host
     */
    public static WireConnection open(
            Endpoint endpoint, Map<String, String> parameters, Conninfo full, @Nullable Path door)
            throws ConnectFailed {
        try {
            ConninfoChecks.attempted(full, endpoint);
            return open(endpoint, parameters, full.timeouts(), Encryption.of(full), door);
        } catch (IllegalArgumentException e) {
            throw Address.all(endpoint).get(0).failed(String.valueOf(e.getMessage()), null, e);
        }
    }

    private static WireConnection open(
            Endpoint endpoint,
            Map<String, String> parameters,
            Timeouts timeouts,
            Encryption encryption,
            @Nullable Path door)
            throws ConnectFailed {
        Map<String, String> startup = new java.util.LinkedHashMap<>();
        startup.put("user", endpoint.user());
        startup.put("database", endpoint.database());
        startup.putAll(parameters);
        Login login = new Login(endpoint, startup, timeouts, encryption, door);
        List<ConnectFailed> failures = new ArrayList<>();
        for (Address address : Address.all(endpoint)) {
            try {
                return login.at(address);
            } catch (ConnectFailed e) {
                failures.add(e);
                if (!e.unreached()) {
                    break;
                }
            }
        }
        throw ConnectFailed.all(failures);
    }

    private void greeting() throws IOException, ConnectFailed {
        for (int type = reader.next(); type != 'Z'; type = reader.next()) {
            if (type == 'E') {
                throw address.refused(reader.message());
            }
            ambient(type);
        }
        reader.skipBody();
    }

    /** Reads a message that may come at any time and is not part of an answer. */
    private void ambient(int type) throws IOException {
        switch (type) {
            case 'S' -> parameters.put(reader.string(), reader.string());
            case 'K' -> {
                backendPid = reader.readInt();
                cancelKey = reader.readInt();
            }
            default -> reader.skipBody();
        }
    }

    /**
     * Sends one simple query, which may hold several statements, and hands all of the answer to the handler.
     *
     * @throws ConnectionLost when the connection ends before the answer does; the handler has had the server's last messages by then
     */
    public void query(String sql, ResponseHandler handler) throws ConnectionLost {
        try {
            send(sql);
        } catch (IOException e) {
            // The server may have said why it closes the connection: read that first.
            lastWords(handler);
            throw new ConnectionLost(e);
        }
        try {
            answer(handler);
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    private void send(String sql) throws IOException {
        byte[] text = ByteText.encode(sql);
        writer.writeByte('Q');
        writer.writeInt(text.length + 5);
        writer.write(text);
        writer.writeByte(0);
        writer.flush();
    }

    /**
     * Has the server parse a statement and say what its result would look like: {@code fields} of the handler, or
     * {@code empty} when there is none; {@code error} when it does not parse.
     */
    public void describe(String sql, ResponseHandler handler) throws ConnectionLost {
        FirstError told = new FirstError(handler);
        ask(told, messages -> messages.parse("", sql));
        if (!told.failed()) {
            ask(told, messages -> messages.describe('S'));
        }
    }

    /** Makes a prepared statement of a query. */
    public void parse(String name, String sql, ResponseHandler handler) throws ConnectionLost {
        ask(handler, messages -> messages.parse(name, sql));
    }

    /** Runs a query with parameters, in their text form. */
    public void query(String sql, List<String> parameters, ResponseHandler handler) throws ConnectionLost {
        ask(
                handler,
                messages -> messages.parse("", sql)
                        .bind("", parameters)
                        .describe('P')
                        .execute());
    }

    /** Runs a prepared statement with parameters, in their text form. */
    public void execute(String name, List<String> parameters, ResponseHandler handler) throws ConnectionLost {
        ask(handler, messages -> messages.bind(name, parameters).describe('P').execute());
    }

    /** Removes a prepared statement. */
    public void close(String name, ResponseHandler handler) throws ConnectionLost {
        ask(handler, messages -> messages.close(name));
    }

    @FunctionalInterface
    interface Question {
        ExtendedMessages write(ExtendedMessages messages) throws IOException;
    }

    private void ask(ResponseHandler handler, Question question) throws ConnectionLost {
        try {
            question.write(new ExtendedMessages(writer)).sync();
            answer(handler);
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    /** Begins a pipeline, unless one has begun: from now on commands are sent without waiting for their answers. */
    public void startPipeline() {
        if (pipeline == null) {
            pipeline = new WirePipeline(this);
        }
    }

    /** Ends the pipeline, whose answers have all been read: from now on each answer is waited for. */
    public void endPipeline() {
        pipeline = null;
    }

    /** The pipeline, or null where each answer is waited for. */
    public @Nullable WirePipeline pipeline() {
        return pipeline;
    }

    ExtendedMessages messages() {
        return new ExtendedMessages(writer);
    }

    void flush() throws IOException {
        writer.flush();
    }

    /** Reads the next message of a pipeline and hands it to the handler; returns its type. */
    int take(ResponseHandler handler) throws IOException {
        int type = reader.next();
        switch (type) {
            case 'Z' -> status = TransactionStatus.of(reader.readByte());
            case 'G', 'H', 'W', 'n' -> reader.skipBody();
            default -> dispatch(type, handler);
        }
        return type;
    }

    private void lastWords(ResponseHandler handler) {
        try {
            answer(handler);
        } catch (IOException e) {
            // There is nothing more to read.
        }
    }

    private void answer(ResponseHandler handler) throws IOException {
        for (int type = reader.next(); type != 'Z'; type = reader.next()) {
            dispatch(type, handler);
        }
        status = TransactionStatus.of(reader.readByte());
    }

    private void dispatch(int type, ResponseHandler handler) throws IOException {
        switch (type) {
            case 'T' -> handler.fields(reader.rowDescription());
            case 'D' -> handler.row(new PackedRow(reader.body()));
            case 'C' -> handler.complete(reader.text());
            case 'I', 'n' -> {
                reader.skipBody();
                handler.empty();
            }
            case 'E' -> handler.error(reader.message());
            case 'N' -> handler.notice(reader.message());
            case 'A' -> handler.notification(reader.notification());
            case 'G' -> copyIn(handler, reader.body()[0] == 1);
            case 'H' -> {
                reader.skipBody();
                handler.copyOut();
            }
            case 'd' -> reader.body(handler::copyData);
            default -> ambient(type);
        }
    }

    private void copyIn(ResponseHandler handler, boolean binary) throws IOException {
        CopyInWriter copy = new CopyInWriter(writer);
        handler.copyIn(copy, binary);
        copy.check();
    }

    /** Asks the server to cancel the running query; returns when the request is delivered. Thread-safe. */
    public void cancel() throws IOException {
        new CancelRequest(backendPid, cancelKey).send(address.socketAddress());
    }

    /**
     * Closes the connection when it is not to the wanted kind of server.
     *
     * @throws ConnectFailed when it is not
     */
    public WireConnection checked(TargetSession wanted) throws ConnectFailed {
        try {
            String refusal = wanted.refusal(this);
            if (refusal == null) {
                return this;
            }
            close();
            throw address.failed(refusal, null, null);
        } catch (ConnectionLost e) {
            close();
            throw address.failed(ConnectionLost.WORDS.strip(), null, e);
        }
    }

    public Endpoint endpoint() {
        return address.endpoint();
    }

    /** The address in digits that the host name led to. */
    public String hostAddress() {
        return address.digits();
    }

    /** How the connection is encrypted, or null when it is not. */
    public @Nullable TlsSession encryption() {
        return encryption;
    }

    /** Whether the server asked for a password, in any form. */
    public boolean usedPassword() {
        LoginInput login = socket.login();
        return login != null && login.passwordWanted();
    }

    public int backendPid() {
        return backendPid;
    }

    /** The status that the server reported last; while a pipeline waits for an answer, that a transaction is open (libpq: active). */
    public TransactionStatus status() {
        WirePipeline open = pipeline;
        return open == null || open.idle() ? status : TransactionStatus.IN_TRANSACTION;
    }

    /** A parameter that the server reports ({@code server_version}, {@code client_encoding}, …), or null. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** The server's major, 9 for 9.6; 0 when it does not say. */
    public int major() {
        String version = parameter("server_version");
        return version == null ? 0 : Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
    }

    /** The connection's socket, for callers that use another protocol after the login. */
    LoginSocket socket() {
        return socket;
    }

    /** Closes the socket without telling the server. Thread-safe. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            // The socket is not used any more.
        }
        close();
    }

    /** Tells the server (Terminate), if the connection still works, and closes the socket. Thread-safe. */
    @Override
    public void close() {
        driver.close();
    }
}
