import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder?: string;
  /** The page that shows what was found; it reads the text from `q`. */
  readonly to: string;
}

/** Native on purpose: the home page stays light. */
export function SearchBox({ label, placeholder, to }: SearchBoxProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [text, setText] = useState(search.get('q') ?? '');
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`${to}?q=${encodeURIComponent(text.trim())}`);
      }}
    >
      <input
        type="search"
        className="text-input large"
        aria-label={label}
        placeholder={placeholder ?? label}
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button">
        {t('search')}
      </button>
    </form>
  );
}
