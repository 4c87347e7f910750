package dev.pgduo.wire;

/** The sending side of COPY FROM STDIN. */
public interface CopyIn {
    /** Sends a piece of data, of any size. */
    void data(byte[] bytes, int offset, int length);

    /** No more data. */
    void done();

    /** Ends the copy with a failure; the server answers with an error that contains the reason. */
    void fail(String reason);
}
