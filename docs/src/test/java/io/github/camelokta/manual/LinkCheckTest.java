/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links of a small manual in Markdown, which needs no JRuby. */
class LinkCheckTest {
    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        page("docs/other.md", "# Other\n\n## A part of it\n");
        page("docs/images/flow.svg", "<svg/>");
        page("README.md", "# Home\n");
    }

    @Test
    void what_is_there_is_found_and_called_as_in_the_site() throws IOException {
        page(
                "docs/index.md",
                "# Manual\n\n[a](other.md#a-part-of-it) [b](#manual) [home](..) [web](https://example.com/#x)\n\n"
                        + "![flow](images/flow.svg)\n");
        Site site = crawl();

        assertThat(new LinkCheck(site).broken()).isEmpty();
        assertThat(site.page(Path.of("docs", "index.md")).content().select("a").eachAttr("href"))
                .containsExactly("other.html#a-part-of-it", "#manual", "../README.html", "https://example.com/#x");
        assertThat(site.externalLinks()).containsExactly("https://example.com/#x");
        assertThat(site.files()).containsOnlyKeys(Path.of("docs", "images", "flow.svg"));
    }

    @Test
    void what_is_not_there_is_told() throws IOException {
        page(
                "docs/index.md",
                "# Manual\n\n[a](gone.md) [b](other.md#gone) [c](#gone) [d](../../outside.md)\n\n![e](images/gone.svg)\n");

        assertThat(new LinkCheck(crawl()).broken())
                .containsExactlyInAnyOrder(
                        "docs/index.md: there is no gone.md",
                        "docs/index.md: there is no ../../outside.md",
                        "docs/index.md: there is no images/gone.svg",
                        "docs/index.md: there is no gone on docs/other.md",
                        "docs/index.md: there is no gone on docs/index.md");
    }

    @Test
    void a_chapter_that_the_index_does_not_name_comes_last_with_a_warning() throws IOException {
        page("docs/index.md", "# Manual\n");
        Site site = crawl();
        List<String> warnings = new ArrayList<>();

        Chapters chapters = Chapters.of(site.page(Path.of("docs", "index.md")), site.pages(), warnings::add);

        assertThat(chapters.inOrder()).extracting(Page::title).containsExactly("Other");
        assertThat(warnings).containsExactly("docs/other.md is not in docs/index.md, and so comes last");
    }

    private Site crawl() throws IOException {
        try (PageRenderer renderer = new PageRenderer(root)) {
            return new Crawler(new Tree(root), renderer).crawl(Path.of("docs", "index.md"));
        }
    }

    private void page(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
