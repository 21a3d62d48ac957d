package studio.timbre.ui.fx;

import studio.timbre.app.Timbre;

/** What every screen is given. A new one is made when the language changes. */
public record Desk(
    Timbre timbre,
    Texts texts,
    Work work,
    Notices notices,
    Navigator navigator,
    FileQuestions files,
    Appearance appearance) {}
