package dev.pgduo.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes the answer to a statement's description on to another handler and remembers whether it was an error. */
final class FirstError implements ResponseHandler {
    private final ResponseHandler target;
    private boolean failed;

    FirstError(ResponseHandler target) {
        this.target = target;
    }

    boolean failed() {
        return failed;
    }

    @Override
    public void fields(List<Field> fields) {
        target.fields(fields);
    }

    @Override
    public void row(byte[] @Nullable [] values) {
        target.row(values);
    }

    @Override
    public void complete(String tag) {
        target.complete(tag);
    }

    @Override
    public void empty() {
        target.empty();
    }

    @Override
    public void error(ServerMessage error) {
        failed = true;
        target.error(error);
    }

    @Override
    public void notice(ServerMessage notice) {
        target.notice(notice);
    }

    @Override
    public void notification(Notification notification) {
        target.notification(notification);
    }
}
