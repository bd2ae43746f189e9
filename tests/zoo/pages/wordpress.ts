/** A blog as WordPress writes it, with jQuery as its themes and plug-ins use it. */
import $ from 'jquery';
import { live } from '../live.ts';
import { claims } from '../words.ts';

live({
  'as served': () => undefined,
  'reading time is put in': () => void $('.entry-meta').append(' · <span>3 minutes</span>'),
  'a link is wrapped round words': () =>
    void $('#lead').html((_at, html) => html.replace('naltrexone', '<a href="#ldn">naltrexone</a>')),
  'marked text is rewritten': () => void $('#rewritten').text(`${claims.nerves}.`),
  'the rest is read': () => void $('.more').show().prev().remove(),
  'an item comes': () => void $('.wp-block-list').append(`<li>${claims.sleep}.</li>`),
  'items are sorted': () => {
    const items = $('.wp-block-list li').get();
    $('.wp-block-list').append(items.sort((a, b) => (a.textContent < b.textContent ? -1 : 1)));
  },
  'a tab is opened': () => void $('.tab').toggle(),
  'a box is put away and back': () => {
    const box = $('.wp-block-quote').detach();
    $('.entry-content').prepend(box);
  },
  'a box is copied': () => void $('.wp-block-quote').clone().appendTo('.entry-content'),
  'paragraphs are wrapped': () => void $('.entry-content > p').wrapAll('<div class="column">'),
  'text is joined': () => $('.entry-content').get(0)?.normalize(),
  'text is split': () => {
    const text = $('#rewritten').get(0)?.firstChild;
    if (text instanceof Text) text.splitText(30);
  },
  'a comment is begun': () => void $('#comment').val('Thank you!').trigger('focus'),
  'the look changes': () => void $('body').toggleClass('is-dark').attr('data-scheme', 'dark'),
  'a box goes': () => void $('.wp-block-quote').first().remove(),
});
