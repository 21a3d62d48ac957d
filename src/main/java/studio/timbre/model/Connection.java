package studio.timbre.model;

import java.net.URI;

/**
 * An account at a provider. The key that goes with it is never part of it.
 *
 * @param id names the connection for good; the key is kept under it
 * @param name given by the person, changeable
 * @param address base of all calls, as {@code https://api.openai.com/v1}
 */
public record Connection(String id, String name, Provider provider, URI address) {}
