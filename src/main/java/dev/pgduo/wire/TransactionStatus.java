package dev.pgduo.wire;

/** The state of the transaction, as the server reports it at the end of each query (ReadyForQuery). */
public enum TransactionStatus {
    IDLE(""),
    IN_TRANSACTION("*"),
    FAILED("!");

    private final String mark;

    TransactionStatus(String mark) {
        this.mark = mark;
    }

    /** psql's {@code %x} in a prompt. */
    public String mark() {
        return mark;
    }

    static TransactionStatus of(int letter) {
        return switch (letter) {
            case 'T' -> IN_TRANSACTION;
            case 'E' -> FAILED;
            default -> IDLE;
        };
    }
}
