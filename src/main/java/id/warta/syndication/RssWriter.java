package id.warta.syndication;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.modules.content.ContentModuleImpl;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import id.warta.author.Author;

import org.springframework.web.util.HtmlUtils;

/**
 * RSS 2.0 as the RSS Advisory Board's profile has it: the text in
 * {@code content:encoded}, the summary in {@code description}, the authors in
 * {@code dc:creator}, the picture in {@code media:content}.
 */
class RssWriter implements FeedWriter {

	@Override
	public byte[] write(Feed feed) {
		Channel channel = new Channel("rss_2.0");
		channel.setTitle(XmlText.legal(feed.title()));
		channel.setLink(feed.page());
		channel.setDescription(XmlText.legal(Objects.requireNonNullElse(feed.description(), feed.title())));
		channel.setLanguage(feed.language());
		channel.setLastBuildDate(Date.from(feed.updated()));
		channel.setGenerator("Warta");
		channel.setModules(new ArrayList<>(List.of(links(feed))));
		channel.setItems(feed.entries().stream().map(RssWriter::item).toList());
		return FeedXml.bytes(FeedXml.document(channel));
	}

	private static AtomLinkModuleImpl links(Feed feed) {
		AtomLinkModuleImpl links = new AtomLinkModuleImpl();
		links.setLinks(AtomWriter.otherLinks(feed, FeedFormat.RSS));
		return links;
	}

	private static Item item(FeedEntry entry) {
		Item item = new Item();
		item.setTitle(XmlText.legal(entry.article().title()));
		item.setLink(entry.url());
		item.setGuid(guid(entry));
		item.setPubDate(Date.from(entry.article().publishedAt()));
		String excerpt = entry.article().excerpt();
		if (excerpt != null) {
			item.setDescription(description(excerpt));
		}
		item.setCategories(categories(entry));
		item.setModules(modules(entry));
		return item;
	}

	private static Guid guid(FeedEntry entry) {
		Guid guid = new Guid();
		guid.setPermaLink(false);
		guid.setValue(entry.id());
		return guid;
	}

	/** Readers take a description for HTML. */
	private static Description description(String plainText) {
		Description description = new Description();
		description.setValue(HtmlUtils.htmlEscape(XmlText.legal(plainText), "UTF-8"));
		return description;
	}

	private static List<Category> categories(FeedEntry entry) {
		return Stream
			.concat(entry.categories().stream().map((category) -> category.name()),
					entry.tags().stream().map((tag) -> tag.name()))
			.distinct()
			.map((name) -> {
				Category category = new Category();
				category.setValue(XmlText.legal(name));
				return category;
			})
			.toList();
	}

	private static List<Module> modules(FeedEntry entry) {
		List<Module> modules = new ArrayList<>();
		DCModuleImpl dublinCore = new DCModuleImpl();
		dublinCore.setCreators(entry.authors().stream().map(Author::name).map(XmlText::legal).toList());
		modules.add(dublinCore);
		ContentModuleImpl content = new ContentModuleImpl();
		content.setEncodeds(List.of(section(entry.body())));
		modules.add(content);
		if (entry.picture() != null) {
			modules.add(FeedPicture.of(entry, entry.picture()));
		}
		return modules;
	}

	/** What ends a CDATA section can't be in it, and means the same in HTML so. */
	private static String section(String html) {
		return XmlText.legal(html).replace("]]>", "]]&gt;");
	}

}
