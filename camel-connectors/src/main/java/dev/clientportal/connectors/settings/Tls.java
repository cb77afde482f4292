package dev.clientportal.connectors.settings;

/** How a connection to a mail server is kept from being read by others. */
public enum Tls {
    /** Not at all: for a server on the same machine. */
    NONE,
    /** It begins in clear, and goes no further unless the server encrypts it. */
    STARTTLS,
    /** From its first byte on. */
    TLS
}
