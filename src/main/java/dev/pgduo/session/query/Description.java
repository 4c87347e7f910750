package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.table.ByteText;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's description of a query that is parsed but not run. */
public final class Description implements ResponseHandler {
    private final Psql psql;
    private final QuerySender sender;
    private final String query;
    private List<Field> fields = List.of();
    private boolean failed;

    private Description(QuerySender sender, String query) {
        this.psql = sender.psql();
        this.sender = sender;
        this.query = query;
    }

    /** Asks the server; an error is printed. */
    public static Description of(QuerySender sender, String query) throws ConnectionLost {
        Description description = new Description(sender, query);
        if (sender.psql().pipelining().refusesToWait()) {
            description.failed = true;
        } else {
            sender.connection().describe(query, description);
        }
        return description;
    }

    public boolean failed() {
        return failed;
    }

    public List<Field> fields() {
        return fields;
    }

    /** Runs this query, and prints its answer in place of the described query's. */
    public boolean show(String question) throws ConnectionLost {
        psql.request(Request.printed(psql.request().target(), psql.request().print()));
        return sender.whole(question);
    }

    public void tellNoColumns() {
        ResultVariables.succeeded(psql.variables(), "0");
        try {
            psql.target().stream().write(ByteText.encode("The command has no result, or the result has no columns.\n"));
        } catch (IOException e) {
            psql.err(FailureReason.of(e));
        }
    }

    @Override
    public void fields(List<Field> described) {
        fields = described;
    }

    @Override
    public void row(byte[] @Nullable [] values) {}

    @Override
    public void complete(String tag) {}

    @Override
    public void error(ServerMessage error) {
        failed = true;
        psql.failure(error, query);
        ResultVariables.failed(psql.variables(), error);
    }

    @Override
    public void notice(ServerMessage notice) {
        psql.notice(notice, query);
    }
}
