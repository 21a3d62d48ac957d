package studio.timbre.secrets;

/** The few calls that key stores of all systems have in common. */
interface SystemEntries extends AutoCloseable {

  /** As the system calls it. */
  String name();

  void set(String account, String secret) throws Exception;

  /**
   * @throws Exception also where there is no such entry: systems do not agree on how they say so
   */
  String get(String account) throws Exception;

  /**
   * @throws Exception also where there is no such entry
   */
  void delete(String account) throws Exception;
}
