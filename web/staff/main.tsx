import '../kit/no-eval.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from '../kit/api.ts'
import { Theme } from '../kit/theme/provider.tsx'
import { firstLanguage, LanguageProvider } from '../kit/words.tsx'
import { queryClient } from './queries.ts'
import { router } from './router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the program')

/** What the server refused is said in the page; only the unexpected belongs in the console. */
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ApiError)) console.error(error)
}

createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <LanguageProvider first={firstLanguage()}>
      {/* Within the language, so that a notice of the theme speaks it. */}
      <Theme>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Theme>
    </LanguageProvider>
  </StrictMode>,
)
